package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.name;

import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Summaries of portfolios as rows; the first amounts are those of the GO ones, the last two of all.
 */
public final class SummaryLayout {

  private SummaryLayout() {}

  public static Layout<PortfolioSummary> create() {
    List<TableColumn<PortfolioSummary>> columns = new ArrayList<>();
    columns.add(name("PORTFOLIO", 9, 16, PortfolioSummary::getPortfolio));
    columns.add(figure("PROPOSALS", row -> Figures.ENGLISH.count(row.getProposals())));
    columns.add(verdict("GO", Verdict.GO));
    columns.add(verdict("CAUTION", Verdict.CAUTION));
    columns.add(verdict("NO GO", Verdict.NO_GO));
    columns.add(verdict("PENDING", Verdict.PENDING_PRICE));
    columns.add(verdict("NOT TUNED", Verdict.NOT_APPLICABLE));
    columns.add(
        figure(
            "SAVINGS/MONTH", row -> Figures.ENGLISH.money(row.getMonthlySavings().doubleValue())));
    columns.add(
        figure("UPFRONT", row -> Figures.ENGLISH.money(row.getUpfrontCost().doubleValue())));
    columns.add(
        figure("NET BENEFIT", row -> Figures.ENGLISH.money(row.getNetBenefit().doubleValue())));
    columns.add(
        figure("COST/MONTH", row -> Figures.ENGLISH.money(row.getDecisionMonthlyCostUsd())));
    columns.add(figure("SWITCHING SAVES", row -> Figures.ENGLISH.money(row.getSwitchSavingsUsd())));
    return RecordLayouts.of(PortfolioSummary.SCHEMA$, List.copyOf(columns));
  }

  private static TableColumn<PortfolioSummary> verdict(String header, Verdict verdict) {
    return figure(
        header, row -> Figures.ENGLISH.count(row.getByVerdict().getOrDefault(verdict.name(), 0L)));
  }
}
