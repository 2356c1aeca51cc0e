package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi.Style;

/** Recommendations as rows. */
public final class RecommendationLayout {

  private static final List<TableColumn<Recommendation>> TABLE =
      List.of(
          name("PROPOSAL", 12, 16, Recommendation::getProposalId),
          words("TITLE", 20, 30, Recommendation::getTitle).asExtra(),
          fixed("DECISION", row -> row.getDecision().name()),
          fixed("VERDICT", (Recommendation row) -> row.getVerdict().name())
              .styled(row -> style(row.getVerdict())),
          figure(
                  "COST/MONTH",
                  (Recommendation row) -> Figures.ENGLISH.money(row.getDecisionMonthlyCost()))
              .asUseful(),
          name("BEST MODEL", 12, 20, RecommendationLayout::bestModel).asUseful(),
          figure("UPFRONT", (Recommendation row) -> Figures.ENGLISH.money(row.getUpfrontCost()))
              .asUseful(),
          figure(
                  "SAVINGS/MONTH",
                  (Recommendation row) -> Figures.ENGLISH.money(row.getMonthlySavings()))
              .asUseful(),
          figure("PAYBACK", RecommendationLayout::payback),
          name("AGAINST", 12, 20, RecommendationLayout::reference).asUseful(),
          words("WARNINGS", 18, 30, RecommendationLayout::warnings).asUseful());

  private RecommendationLayout() {}

  public static Layout<Recommendation> create() {
    return RecordLayouts.of(Recommendation.SCHEMA$, TABLE);
  }

  /** The colour of a verdict, on terminals that have any. */
  public static Style style(Verdict verdict) {
    return switch (verdict) {
      case GO -> Style.fg_green;
      case CAUTION -> Style.fg_yellow;
      case NO_GO -> Style.fg_red;
      case PENDING_PRICE -> Style.fg_magenta;
      case NOT_APPLICABLE, OTHER -> Style.faint;
    };
  }

  private static String bestModel(Recommendation row) {
    return Objects.requireNonNullElse(row.getBestModel(), Figures.NONE);
  }

  private static String reference(Recommendation row) {
    return Objects.requireNonNullElse(row.getReferenceModel(), Figures.NONE);
  }

  private static String payback(Recommendation row) {
    return row.getBestModel() == null
        ? Figures.NONE
        : Figures.ENGLISH.months(row.getPaybackMonths());
  }

  private static String warnings(Recommendation row) {
    List<String> warnings =
        row.getWarnings().stream()
            .map(warning -> warning.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList();
    return warnings.isEmpty() ? Figures.NONE : String.join(", ", warnings);
  }
}
