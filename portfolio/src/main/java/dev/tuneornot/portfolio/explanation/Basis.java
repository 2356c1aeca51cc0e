package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recommendation was decided on, and what each way would cost (sections 1, 5 and 6). */
final class Basis {

  private Basis() {}

  static List<Line> lines(
      Recommendation recommendation, @Nullable Workload stated, Figures figures) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("U1", "Volume", volume(recommendation, figures)));
    if (recommendation.getUsageWindowEnd() != null && stated != null) {
      lines.add(
          Line.of(
              "U1",
              "Measured against stated",
              MeasuredAgainstStated.sentence(recommendation.getWorkload(), stated, figures)));
    }
    if (recommendation.getReferenceModel() != null) {
      lines.add(Line.of("§5", "Compared with", reference(recommendation, figures)));
    }
    for (ApproachOption option : recommendation.getOptions()) {
      lines.add(Line.of(rule(option), Words.label(option.getApproach()), cost(option, figures)));
    }
    if (recommendation.getDecisionMonthlyCost() != null) {
      lines.add(
          Line.of(
              "§6",
              "What is decided",
              "costs %s a month and %s upfront."
                  .formatted(
                      figures.money(recommendation.getDecisionMonthlyCost()),
                      figures.money(recommendation.getDecisionUpfrontCost()))));
    }
    if (recommendation.getWorstCase() != null && recommendation.getBestCase() != null) {
      lines.add(
          Line.of(
              "F4",
              "Range",
              "at worst %s; at best %s."
                  .formatted(
                      outcome(recommendation.getWorstCase(), figures),
                      outcome(recommendation.getBestCase(), figures))));
    }
    return lines;
  }

  private static String volume(Recommendation recommendation, Figures figures) {
    String requests =
        figures.count(recommendation.getWorkload().getRequestsPerMonth()) + " requests a month";
    if (recommendation.getUsageWindowEnd() == null) {
      return requests + ", as stated.";
    }
    String source = recommendation.getUsageSource();
    return "%s, measured until %s%s."
        .formatted(
            requests,
            figures.instant(recommendation.getUsageWindowEnd()),
            source == null || source.isEmpty() ? "" : " (" + source + ")");
  }

  private static String reference(Recommendation recommendation, Figures figures) {
    String model = recommendation.getReferenceModel();
    AlternativeEvaluation best = bestAlternative(recommendation);
    if (best == null) {
      return model + ", the model of today.";
    }
    Double savings = best.getMonthlySavings();
    return savings == null
        ? model + ", the cheapest that would do untuned."
        : "%s, the cheapest that would do untuned: switching to it saves %s a month."
            .formatted(model, figures.money(savings));
  }

  private static @Nullable AlternativeEvaluation bestAlternative(Recommendation recommendation) {
    return recommendation.getAlternatives().stream()
        .filter(each -> each.getModelId().equals(recommendation.getBestAlternative()))
        .findFirst()
        .orElse(null);
  }

  private static String rule(ApproachOption option) {
    return switch (option.getApproach()) {
      case PROMPTING -> "O1";
      case FEW_SHOT -> "O2";
      case RAG -> "O3";
      case FINE_TUNING -> "O4";
      case FINE_TUNING_WITH_RAG -> "O5";
      case OTHER -> "§6";
    };
  }

  private static String cost(ApproachOption option, Figures figures) {
    return "with %s %s a month and %s upfront, %s over the horizon."
        .formatted(
            option.getModelId(),
            figures.money(option.getMonthlyCost()),
            figures.money(option.getUpfrontCost()),
            figures.money(option.getHorizonCost()));
  }

  private static String outcome(CandidateCase ofCase, Figures figures) {
    return "%s (%s a month, %s in all)"
        .formatted(
            Words.sentence(ofCase.getStatus()),
            figures.change(ofCase.getMonthlySavings()),
            figures.change(ofCase.getNetBenefit()));
  }
}
