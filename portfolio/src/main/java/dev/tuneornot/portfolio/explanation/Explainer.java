package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.explanation.Explanation.Headline;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.explanation.Explanation.Section;
import dev.tuneornot.portfolio.explanation.Explanation.Topic;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the explanation of a recommendation. */
public final class Explainer {

  private Explainer() {}

  /**
   * @param stated the workload as the proposal states it; null where that is not known
   * @param figures how figures are written
   */
  public static Explanation explain(
      Recommendation recommendation, @Nullable Workload stated, Figures figures) {
    return new Explanation(
        recommendation.getProposalId(),
        recommendation.getPortfolio(),
        recommendation.getTitle(),
        headline(recommendation),
        Candidates.headlineFigures(recommendation, figures),
        DecisionPath.tree(recommendation),
        NeedsMatrix.of(recommendation),
        Candidates.table(recommendation, figures),
        Courses.of(recommendation, figures),
        sections(recommendation, stated, figures));
  }

  private static Headline headline(Recommendation recommendation) {
    return new Headline(
        Words.term(recommendation.getDecision()),
        Words.term(recommendation.getVerdict()),
        recommendation.getPreviousVerdict() == null
            ? null
            : Words.term(recommendation.getPreviousVerdict()),
        Words.sentence(recommendation.getDecision()),
        VerdictReason.sentence(recommendation));
  }

  private static List<Section> sections(
      Recommendation recommendation, @Nullable Workload stated, Figures figures) {
    List<Section> sections = new ArrayList<>();
    add(sections, Topic.PATH, "Why", DecisionPath.lines(recommendation));
    add(
        sections,
        Topic.NEEDS,
        "How the approaches fit the needs",
        NeedsMatrix.lines(recommendation));
    add(
        sections,
        Topic.SIGNALS,
        "What speaks for tuning",
        recommendation.getSignals().stream().map(Advice::of).toList());
    add(
        sections,
        Topic.BASIS,
        "What it was decided on",
        Basis.lines(recommendation, stated, figures));
    add(
        sections,
        Topic.ECONOMICS,
        recommendation.getVerdict() == Verdict.NOT_APPLICABLE
            ? "What tuning would cost and save"
            : "What it costs and saves",
        Economics.lines(recommendation, figures));
    add(
        sections,
        Topic.WARNINGS,
        "Warnings",
        recommendation.getWarnings().stream().map(Advice::of).toList());
    add(
        sections,
        Topic.RISKS,
        "Risks, and what to do about them",
        recommendation.getRisks().stream().map(Advice::of).toList());
    add(
        sections,
        Topic.NEXT_STEPS,
        "What to do next",
        recommendation.getNextSteps().stream()
            .map(step -> Advice.of(step, recommendation, figures))
            .toList());
    add(sections, Topic.OUTLOOK, "What would change it", Outlook.lines(recommendation, figures));
    add(
        sections,
        Topic.HISTORY,
        "When and why it was evaluated",
        History.lines(recommendation, figures));
    return sections;
  }

  private static void add(List<Section> sections, Topic topic, String heading, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(topic, heading, lines));
    }
  }
}
