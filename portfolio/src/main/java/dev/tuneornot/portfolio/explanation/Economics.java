package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/** What tuning costs and saves (docs/rules.md sections 5 and 6). */
final class Economics {

  private Economics() {}

  /** The figures of the best candidate, then what is with the others. */
  static List<Line> lines(Recommendation recommendation, Figures figures) {
    if (recommendation.getCandidates().isEmpty()) {
      return List.of(
          Line.of("§5", "No candidate model was named, so there is nothing to calculate."));
    }
    List<Line> lines = new ArrayList<>();
    CandidateEvaluation best = Candidates.best(recommendation);
    if (best != null) {
      lines.add(
          Line.of(
              "§6",
              "Best candidate",
              best.getModelId() + ": " + Words.sentence(best.getStatus()) + "."));
      lines.add(Line.of("E7", "Upfront", upfront(best, figures)));
      lines.add(Line.of("E10", "Each month", monthly(best, figures)));
      lines.add(Line.of("E11", "Payback", payback(best, figures)));
      lines.add(Line.of("E15", "Net benefit", benefit(best, figures)));
      lines.add(
          Line.of(
              "E4",
              "A request",
              "costs %s instead of %s."
                  .formatted(
                      figures.money(best.getTunedCostPerRequest()),
                      figures.money(best.getBaselineCostPerRequest()))));
      lines.add(
          Line.of(
              "E18",
              "Latency",
              "about %s instead of %s."
                  .formatted(
                      figures.millis(best.getTunedLatencyMs()),
                      figures.millis(best.getBaselineLatencyMs()))));
    }
    for (CandidateEvaluation candidate : recommendation.getCandidates()) {
      if (!candidate.equals(best)) {
        lines.add(Line.of("§5", candidate.getModelId(), other(candidate, figures)));
      }
    }
    return lines;
  }

  private static String upfront(CandidateEvaluation best, Figures figures) {
    boolean isSpent = best.getUpfrontCost() == 0 && best.getTrainingCost() > 0;
    return isSpent
        ? "nothing: it is tuned already."
        : "%s, %s of it for training."
            .formatted(figures.money(best.getUpfrontCost()), figures.money(best.getTrainingCost()));
  }

  private static String monthly(CandidateEvaluation best, Figures figures) {
    double savings = best.getMonthlySavings();
    String change =
        savings > 0
            ? "saves " + figures.money(savings)
            : "costs " + figures.money(-savings) + " more than untuned";
    double fixed = best.getMonthlyFixedCost();
    double retraining = best.getMonthlyRetrainingCost();
    return fixed == 0 && retraining == 0
        ? change + "."
        : "%s, after %s for hosting and storage and %s for retraining."
            .formatted(change, figures.money(fixed), figures.money(retraining));
  }

  private static String payback(CandidateEvaluation best, Figures figures) {
    if (best.getPaybackMonths() == null) {
      return "never.";
    }
    double months = best.getPaybackMonths();
    return months == 0
        ? figures.after(months) + "."
        : "%s or %s requests."
            .formatted(figures.after(months), figures.count(best.getBreakevenRequests()));
  }

  private static String benefit(CandidateEvaluation best, Figures figures) {
    String amount =
        "%s over %s"
            .formatted(
                figures.money(best.getNetBenefit()), figures.months(best.getHorizonMonths()));
    return best.getRoi() == null
        ? amount + "."
        : "%s, %s of the investment.".formatted(amount, figures.percent(best.getRoi()));
  }

  private static String other(CandidateEvaluation candidate, Figures figures) {
    String sentence = Words.sentence(candidate.getStatus());
    if (!Candidates.hasFigures(candidate)) {
      return sentence + ".";
    }
    return "%s (%s upfront, saving %s a month)."
        .formatted(
            sentence,
            figures.money(candidate.getUpfrontCost()),
            figures.money(candidate.getMonthlySavings()));
  }
}
