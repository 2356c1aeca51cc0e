package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.ranking.Choice;
import dev.tuneornot.portfolio.ranking.Fundable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a ranking: a proposal, or the sum over the chosen ones.
 *
 * @param proposalId null in the sum
 * @param rank by ratio, from 1; null in the sum
 * @param cost USD upfront
 * @param benefit USD over the horizon
 * @param ratio benefit a dollar; null where the cost is 0, and in the sum
 * @param budget USD; in the sum only, as the following ones
 * @param bound USD that no choice exceeds
 * @param gap USD by which a choice may be better
 */
record FundingRow(
    Kind kind,
    @Nullable String proposalId,
    @Nullable Integer rank,
    @Nullable String portfolio,
    @Nullable Verdict verdict,
    @Nullable String bestModel,
    double cost,
    double benefit,
    @Nullable Double ratio,
    @Nullable Double budget,
    @Nullable Double bound,
    @Nullable Double gap,
    Choice.@Nullable Method method) {

  /** What becomes of a proposal. */
  enum Kind {
    CHOSEN,
    LEFT_OUT,
    SUM
  }

  static Layout<FundingRow> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("kind", FundingRow::kind),
            new Field<>("rank", FundingRow::rank),
            new Field<>("proposalId", FundingRow::proposalId),
            new Field<>("portfolio", FundingRow::portfolio),
            new Field<>("verdict", FundingRow::verdict),
            new Field<>("bestModel", FundingRow::bestModel),
            new Field<>("upfrontCost", FundingRow::cost),
            new Field<>("netBenefit", FundingRow::benefit),
            new Field<>("ratio", FundingRow::ratio),
            new Field<>("budget", FundingRow::budget),
            new Field<>("bound", FundingRow::bound),
            new Field<>("gap", FundingRow::gap),
            new Field<>("method", FundingRow::method)),
        List.of(
            TableColumn.figure("RANK", row -> String.valueOf(row.rank)),
            TableColumn.fixed("FUND", row -> row.kind == Kind.CHOSEN ? "yes" : "no"),
            TableColumn.name("PROPOSAL", 12, 24, row -> String.valueOf(row.proposalId)),
            TableColumn.name("PORTFOLIO", 9, 16, row -> String.valueOf(row.portfolio)),
            TableColumn.fixed("VERDICT", row -> String.valueOf(row.verdict)),
            TableColumn.name(
                    "BEST MODEL", 12, 20, (FundingRow row) -> String.valueOf(row.bestModel))
                .asUseful(),
            TableColumn.figure("UPFRONT", row -> Figures.ENGLISH.money(row.cost)),
            TableColumn.figure("NET BENEFIT", row -> Figures.ENGLISH.money(row.benefit)),
            TableColumn.figure("PER DOLLAR", row -> Figures.ENGLISH.money(row.ratio))));
  }

  static FundingRow of(Choice choice, int index, Fundable fundable) {
    return new FundingRow(
        choice.chosen().contains(fundable.proposalId()) ? Kind.CHOSEN : Kind.LEFT_OUT,
        fundable.proposalId(),
        index + 1,
        fundable.portfolio(),
        fundable.verdict(),
        fundable.bestModel(),
        fundable.cost().doubleValue(),
        fundable.benefit().doubleValue(),
        fundable.cost().signum() == 0
            ? null
            : fundable.benefit().doubleValue() / fundable.cost().doubleValue(),
        null,
        null,
        null,
        null);
  }

  static FundingRow sum(Choice choice, BigDecimal budget) {
    return new FundingRow(
        Kind.SUM,
        null,
        null,
        null,
        null,
        null,
        choice.cost().doubleValue(),
        choice.benefit().doubleValue(),
        null,
        budget.doubleValue(),
        choice.bound().doubleValue(),
        choice.gap().doubleValue(),
        choice.method());
  }
}
