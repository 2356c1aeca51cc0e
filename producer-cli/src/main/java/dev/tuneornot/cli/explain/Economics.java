package dev.tuneornot.cli.explain;

import dev.tuneornot.cli.output.Figures;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tuning costs and saves (docs/rules.md sections 5 and 6). */
final class Economics {

  private Economics() {}

  /** The figures of the best candidate, then what is with the others. */
  static List<String> sentences(Recommendation recommendation) {
    List<String> sentences = new ArrayList<>();
    CandidateEvaluation best = best(recommendation);
    if (best != null) {
      sentences.add(
          best.getModelId() + " is the best candidate: " + status(best.getStatus()) + ".");
      sentences.add(investment(best));
      sentences.add(perRequest(best));
    }
    for (CandidateEvaluation candidate : recommendation.getCandidates()) {
      if (!candidate.equals(best)) {
        sentences.add(other(candidate));
      }
    }
    if (sentences.isEmpty()) {
      sentences.add("No candidate model was named, so there is nothing to calculate.");
    }
    return sentences;
  }

  static String status(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK -> "it pays back in time";
      case TOO_SLOW -> "it pays back, but more slowly than the policy allows";
      case RETIRES_FIRST -> "it or the baseline retires before it has paid back";
      case NEVER -> "it never pays back";
      case RETIRED -> "it is retired";
      case TUNING_CLOSED -> "it takes no new tuning jobs";
      case BASELINE_RETIRED -> "the baseline is retired";
      case UNPRICED -> "a price of it or of the baseline is not known";
      case NOT_TUNABLE -> "it cannot be tuned";
    };
  }

  private static @Nullable CandidateEvaluation best(Recommendation recommendation) {
    return recommendation.getCandidates().stream()
        .filter(candidate -> candidate.getModelId().equals(recommendation.getBestModel()))
        .findFirst()
        .orElse(null);
  }

  private static String investment(CandidateEvaluation best) {
    String upfront =
        "It costs %s upfront, %s of it for training"
            .formatted(Figures.money(best.getUpfrontCost()), Figures.money(best.getTrainingCost()));
    double savings = Objects.requireNonNullElse(best.getMonthlySavings(), 0.0);
    String running = runningCosts(best);
    if (savings <= 0) {
      return upfront
          + ", and then "
          + Figures.money(-savings)
          + " a month more than today"
          + running
          + ".";
    }
    return "%s, and saves %s a month%s. It has paid back after %s or %s requests; over %s that is %s%s."
        .formatted(
            upfront,
            Figures.money(savings),
            running,
            Figures.months(best.getPaybackMonths()).replace(">", "more than"),
            Figures.count(best.getBreakevenRequests()),
            Figures.months(best.getHorizonMonths()),
            Figures.money(best.getNetBenefit()),
            best.getRoi() == null
                ? ""
                : ", " + Figures.percent(best.getRoi()) + " of the investment");
  }

  private static String runningCosts(CandidateEvaluation best) {
    double fixed = Objects.requireNonNullElse(best.getMonthlyFixedCost(), 0.0);
    double retraining = Objects.requireNonNullElse(best.getMonthlyRetrainingCost(), 0.0);
    if (fixed == 0 && retraining == 0) {
      return "";
    }
    return " (after %s for hosting and storage and %s for retraining)"
        .formatted(Figures.money(fixed), Figures.money(retraining));
  }

  private static String perRequest(CandidateEvaluation best) {
    return "A request costs %s instead of %s, and takes about %,.0f ms instead of %,.0f ms."
        .formatted(
            Figures.money(best.getTunedCostPerRequest()),
            Figures.money(best.getBaselineCostPerRequest()),
            best.getTunedLatencyMs(),
            best.getBaselineLatencyMs());
  }

  private static String other(CandidateEvaluation candidate) {
    String sentence = candidate.getModelId() + ": " + status(candidate.getStatus());
    if (candidate.getUpfrontCost() == null) {
      return sentence + ".";
    }
    return "%s (%s upfront, %s a month)."
        .formatted(
            sentence,
            Figures.money(candidate.getUpfrontCost()),
            Figures.money(candidate.getMonthlySavings()));
  }
}
