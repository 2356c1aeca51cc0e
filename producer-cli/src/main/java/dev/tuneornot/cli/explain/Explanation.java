package dev.tuneornot.cli.explain;

import dev.tuneornot.cli.output.Figures;
import dev.tuneornot.cli.output.Prose.Section;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The whole recommendation in words. */
final class Explanation {

  private Explanation() {}

  static List<Section> of(Recommendation recommendation) {
    List<Section> sections = new ArrayList<>();
    sections.add(summary(recommendation));
    add(sections, "Why", Path.steps(recommendation));
    add(sections, "How the approaches fit the needs", Path.approaches(recommendation));
    add(
        sections,
        "What speaks for tuning",
        recommendation.getSignals().stream().map(Advice::signal).toList());
    add(
        sections,
        recommendation.getVerdict() == Verdict.NOT_APPLICABLE
            ? "What tuning would cost and save"
            : "What it costs and saves",
        Economics.sentences(recommendation));
    add(sections, "Warnings", recommendation.getWarnings().stream().map(Advice::warning).toList());
    add(
        sections,
        "Risks, and what to do about them",
        recommendation.getRisks().stream().map(Advice::risk).toList());
    add(
        sections,
        "What to do next",
        recommendation.getNextSteps().stream()
            .map(step -> Advice.nextStep(step, recommendation))
            .toList());
    add(sections, "What would change it", Outlook.sentences(recommendation));
    return sections;
  }

  private static Section summary(Recommendation recommendation) {
    List<String> lines = new ArrayList<>();
    lines.add(Path.decision(recommendation.getDecision()));
    lines.add(Verdicts.sentence(recommendation));
    lines.add(occasion(recommendation));
    String title = recommendation.getTitle().isEmpty() ? "" : ": " + recommendation.getTitle();
    return new Section(
        recommendation.getProposalId()
            + title
            + " (portfolio "
            + recommendation.getPortfolio()
            + ")",
        lines);
  }

  private static String occasion(Recommendation recommendation) {
    String occasion =
        switch (recommendation.getTrigger()) {
          case PROPOSAL -> "";
          case PRICE -> " because the price of " + recommendation.getTriggerKey() + " changed,";
          case POLICY -> " because the policy of " + recommendation.getTriggerKey() + " changed,";
          case TIME -> " because a date was reached,";
          case RULES -> " because the rules were applied anew,";
        };
    return "Evaluated on %s%s with the policy \"%s\" and rules %s.%s"
        .formatted(
            Figures.instant(recommendation.getEvaluatedAt()),
            occasion,
            recommendation.getPolicyVersion(),
            recommendation.getRulesVersion(),
            history(recommendation));
  }

  private static String history(Recommendation recommendation) {
    if (recommendation.getPreviousVerdict() != null) {
      return " The verdict stands since %s; before, it was %s."
          .formatted(
              Figures.instant(recommendation.getVerdictSince()),
              recommendation.getPreviousVerdict());
    }
    return recommendation.getVerdictSince().equals(recommendation.getEvaluatedAt())
        ? ""
        : " The verdict stands since %s."
            .formatted(Figures.instant(recommendation.getVerdictSince()));
  }

  private static void add(List<Section> sections, String heading, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      sections.add(new Section(heading, paragraphs));
    }
  }
}
