package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/** When and why it was evaluated, and since when the verdict stands. */
final class History {

  private static final String RULE = "§9";

  private History() {}

  static List<Line> lines(Recommendation recommendation, Figures figures) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            RULE,
            "Last evaluated",
            "on %s, because %s."
                .formatted(
                    figures.instant(recommendation.getEvaluatedAt()),
                    Words.reason(recommendation.getTrigger(), recommendation.getTriggerKey()))));
    lines.add(
        Line.of(
            RULE,
            "The verdict",
            "since %s; %s."
                .formatted(
                    figures.instant(recommendation.getVerdictSince()),
                    recommendation.getPreviousVerdict() == null
                        ? "it is the first"
                        : "before, it was " + Words.label(recommendation.getPreviousVerdict()))));
    lines.add(
        Line.of(
            RULE,
            "Decided by",
            "the policy \"%s\" and version %s of the rules."
                .formatted(recommendation.getPolicyVersion(), recommendation.getRulesVersion())));
    return lines;
  }
}
