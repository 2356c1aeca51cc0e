package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/** What would change the recommendation, and when it will be looked at again. */
final class Outlook {

  private Outlook() {}

  static List<Line> lines(Recommendation recommendation, Figures figures) {
    List<Line> lines = new ArrayList<>();
    Question open = recommendation.getOpenQuestion();
    if (open != null) {
      lines.add(
          Line.of(
              open.name(),
              "An answer",
              "to \"%s\" (%s).".formatted(Words.text(open), Words.field(open))));
    }
    CandidateEvaluation best = Candidates.best(recommendation);
    if (best != null) {
      lines.add(Line.of("F2", "Volume", volume(recommendation, figures)));
    }
    Double margin = recommendation.getBaselinePriceMargin();
    if (margin != null) {
      lines.add(Line.of("F3", "The reference's prices", referencePrice(margin, figures)));
    }
    if (recommendation.getVerdict() == Verdict.CAUTION && !recommendation.getWarnings().isEmpty()) {
      lines.add(
          Line.of(
              "§7",
              "The warnings",
              recommendation.getBestStatus() == CandidateStatus.PAYS_BACK
                  ? "without them it would say Go."
                  : "they would have to go, too, before it says Go."));
    }
    lines.add(
        Line.of(
            "§8",
            "Time",
            recommendation.getValidUntil() == null
                ? "no date is known on which it would change by itself."
                : "it is looked at again on %s, when something that it depends on changes by date."
                    .formatted(figures.instant(recommendation.getValidUntil()))));
    lines.add(
        Line.of(
            "§8",
            "Any change",
            "of the proposal, of a price behind it or of the policy is taken up at once."));
    return lines;
  }

  private static String volume(Recommendation recommendation, Figures figures) {
    Long minimum = recommendation.getMinimumMonthlyRequests();
    if (minimum == null) {
      return "no volume makes it pay back: a request does not become cheaper.";
    }
    return "it pays back in time from %s requests a month on; %s are %s."
        .formatted(
            figures.count(minimum),
            recommendation.getUsageWindowEnd() == null ? "planned" : "measured",
            figures.count(recommendation.getWorkload().getRequestsPerMonth()));
  }

  private static String referencePrice(double margin, Figures figures) {
    return margin > 0
        ? "they may fall by %s before it stops paying back in time."
            .formatted(figures.percent(margin))
        : "they would have to rise by %s for it to pay back in time."
            .formatted(figures.percent(-margin));
  }
}
