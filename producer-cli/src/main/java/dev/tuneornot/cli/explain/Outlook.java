package dev.tuneornot.cli.explain;

import dev.tuneornot.cli.output.Figures;
import dev.tuneornot.model.Recommendation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would change the recommendation, and when it will be looked at again. */
final class Outlook {

  private Outlook() {}

  static List<String> sentences(Recommendation recommendation) {
    List<String> sentences = new ArrayList<>();
    if (recommendation.getOpenQuestion() != null) {
      sentences.add("An answer to: " + Path.question(recommendation.getOpenQuestion()));
    }
    if (recommendation.getBestModel() != null) {
      sentences.add(volume(recommendation.getMinimumMonthlyRequests()));
    }
    if (recommendation.getBaselinePriceMargin() != null) {
      sentences.add(baselinePrice(recommendation.getBaselinePriceMargin()));
    }
    sentences.add(
        recommendation.getValidUntil() == null
            ? "It is looked at again when the proposal, a price or the policy changes; no date is"
                + " known on which it would change by itself."
            : "It is looked at again on "
                + Figures.instant(recommendation.getValidUntil())
                + ", when something that it depends on changes by date, and whenever the"
                + " proposal, a price or the policy changes.");
    return sentences;
  }

  private static String volume(@Nullable Long minimum) {
    return minimum == null
        ? "No volume makes it pay back: a request does not become cheaper."
        : "Volume: it pays back in time from %s requests a month on."
            .formatted(Figures.count(minimum));
  }

  private static String baselinePrice(double margin) {
    if (margin > 0) {
      return "The baseline's prices: they may fall by %s before it stops paying back in time."
          .formatted(Figures.percent(margin));
    }
    return "The baseline's prices: they would have to rise by %s for it to pay back in time."
        .formatted(Figures.percent(-margin));
  }
}
