package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.CandidateColumn;
import dev.tuneornot.portfolio.explanation.Explanation.CandidateTable;
import dev.tuneornot.portfolio.explanation.Explanation.Figure;
import dev.tuneornot.portfolio.explanation.Explanation.FigureGroup;
import dev.tuneornot.portfolio.explanation.Explanation.FigureRow;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of the candidates, each with its rule (docs/rules.md section 5). */
final class Candidates {

  private enum Group {
    INVESTMENT("Investment"),
    MONTHLY("Each month"),
    RETURN("Return"),
    REQUEST("Each request"),
    SENSITIVITY("Sensitivity");

    private final String heading;

    Group(String heading) {
      this.heading = heading;
    }
  }

  /** How a figure of a candidate is written; called for candidates with figures only. */
  private interface Text {
    String of(CandidateEvaluation candidate, Figures figures);
  }

  private record Row(
      Group group, String rule, String field, String label, boolean important, Text text) {

    private String value(CandidateEvaluation candidate, Figures figures) {
      return hasFigures(candidate) ? text.of(candidate, figures) : Figures.NONE;
    }
  }

  private static final Row UPFRONT =
      important(
          Group.INVESTMENT,
          "E7",
          "upfrontCost",
          "Upfront cost",
          (c, f) -> f.money(c.getUpfrontCost()));
  private static final Row SAVINGS =
      important(
          Group.MONTHLY,
          "E10",
          "monthlySavings",
          "Savings a month",
          (c, f) -> f.money(c.getMonthlySavings()));
  private static final Row PAYBACK =
      important(
          Group.RETURN,
          "E11",
          "paybackMonths",
          "Payback",
          (c, f) -> f.months(c.getPaybackMonths()));
  private static final Row BREAKEVEN =
      row(
          Group.RETURN,
          "E12",
          "breakevenRequests",
          "Breakeven, requests",
          (c, f) -> c.getBreakevenRequests() == null ? "never" : f.count(c.getBreakevenRequests()));
  private static final Row NET_BENEFIT =
      important(
          Group.RETURN,
          "E15",
          "netBenefit",
          "Net benefit over the horizon",
          (c, f) -> f.money(c.getNetBenefit()));
  private static final Row ROI =
      row(Group.RETURN, "E16", "roi", "ROI", (c, f) -> f.percent(c.getRoi()));

  /** In the order of the table. */
  private static final List<Row> ROWS =
      List.of(
          row(
              Group.INVESTMENT,
              "E5",
              "trainingTokens",
              "Training tokens, all epochs",
              (c, f) -> f.tokens(c.getTrainingTokens())),
          row(
              Group.INVESTMENT,
              "E6",
              "trainingCost",
              "Training",
              (c, f) -> f.money(c.getTrainingCost())),
          UPFRONT,
          row(
              Group.MONTHLY,
              "E8",
              "monthlyFixedCost",
              "Hosting and storage",
              (c, f) -> f.money(c.getMonthlyFixedCost())),
          row(
              Group.MONTHLY,
              "E9",
              "monthlyRetrainingCost",
              "Retraining",
              (c, f) -> f.money(c.getMonthlyRetrainingCost())),
          SAVINGS,
          PAYBACK,
          BREAKEVEN,
          row(
              Group.RETURN,
              "E13",
              "monthsToRetirement",
              "Until a model retires",
              (c, f) ->
                  c.getMonthsToRetirement() == null
                      ? Figures.NONE
                      : f.months(c.getMonthsToRetirement())),
          row(
              Group.RETURN,
              "E14",
              "horizonMonths",
              "Horizon",
              (c, f) -> f.months(c.getHorizonMonths())),
          NET_BENEFIT,
          ROI,
          row(
              Group.RETURN,
              "E17",
              "guideBreakevenRequests",
              "Breakeven by the guide's formula, requests",
              (c, f) -> f.count(c.getGuideBreakevenRequests())),
          row(
              Group.REQUEST,
              "E2",
              "baselineCostPerRequest",
              "Cost untuned",
              (c, f) -> f.money(c.getBaselineCostPerRequest())),
          row(
              Group.REQUEST,
              "E3",
              "tunedCostPerRequest",
              "Cost when tuned",
              (c, f) -> f.money(c.getTunedCostPerRequest())),
          row(
              Group.REQUEST,
              "E4",
              "savingsPerRequest",
              "Savings",
              (c, f) -> f.money(c.getSavingsPerRequest())),
          row(
              Group.REQUEST,
              "E18",
              "baselineLatencyMs",
              "Latency untuned",
              (c, f) -> f.millis(c.getBaselineLatencyMs())),
          row(
              Group.REQUEST,
              "E18",
              "tunedLatencyMs",
              "Latency when tuned",
              (c, f) -> f.millis(c.getTunedLatencyMs())),
          row(
              Group.SENSITIVITY,
              "F2",
              "minimumMonthlyRequests",
              "Pays back in time from, requests a month",
              (c, f) -> f.count(c.getMinimumMonthlyRequests())),
          row(
              Group.SENSITIVITY,
              "F3",
              "baselinePriceMargin",
              "Room for the reference's prices to fall",
              (c, f) -> f.percent(c.getBaselinePriceMargin())));

  /** Those that are shown big. */
  private static final List<Row> HEADLINE =
      List.of(SAVINGS, UPFRONT, PAYBACK, NET_BENEFIT, ROI, BREAKEVEN);

  private Candidates() {}

  /** The best candidate; null where none could be computed. */
  static @Nullable CandidateEvaluation best(Recommendation recommendation) {
    return recommendation.getCandidates().stream()
        .filter(candidate -> candidate.getModelId().equals(recommendation.getBestModel()))
        .findFirst()
        .orElse(null);
  }

  /** Whether it was computed, so that it has figures. */
  static boolean hasFigures(CandidateEvaluation candidate) {
    return candidate.getUpfrontCost() != null;
  }

  static List<Figure> headlineFigures(Recommendation recommendation, Figures figures) {
    CandidateEvaluation best = best(recommendation);
    return best == null
        ? List.of()
        : HEADLINE.stream()
            .map(row -> new Figure(row.rule, row.field, row.label, row.value(best, figures)))
            .toList();
  }

  static CandidateTable table(Recommendation recommendation, Figures figures) {
    List<CandidateEvaluation> candidates = recommendation.getCandidates();
    List<CandidateColumn> models =
        candidates.stream()
            .map(
                candidate ->
                    new CandidateColumn(
                        candidate.getModelId(),
                        Words.term(candidate.getStatus()),
                        Words.sentence(candidate.getStatus()),
                        candidate.getModelId().equals(recommendation.getBestModel())))
            .toList();
    List<FigureGroup> groups =
        Arrays.stream(Group.values())
            .map(group -> new FigureGroup(group.heading, rows(group, candidates, figures)))
            .toList();
    return new CandidateTable(models, groups);
  }

  private static List<FigureRow> rows(
      Group group, List<CandidateEvaluation> candidates, Figures figures) {
    return ROWS.stream()
        .filter(row -> row.group == group)
        .map(
            row ->
                new FigureRow(
                    row.rule,
                    row.field,
                    row.label,
                    row.important,
                    candidates.stream().map(candidate -> row.value(candidate, figures)).toList()))
        .toList();
  }

  private static Row row(Group group, String rule, String field, String label, Text text) {
    return new Row(group, rule, field, label, false, text);
  }

  private static Row important(Group group, String rule, String field, String label, Text text) {
    return new Row(group, rule, field, label, true, text);
  }
}
