package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.Course;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What today's way and the tuned one will have cost after so many months. */
final class Courses {

  private Courses() {}

  static List<Course> of(Recommendation recommendation, Figures figures) {
    List<Course> courses = new ArrayList<>();
    for (CandidateEvaluation candidate : recommendation.getCandidates()) {
      Double requests = requests(candidate);
      if (requests != null) {
        courses.add(course(candidate, requests, figures));
      }
    }
    return courses;
  }

  /**
   * Requests a month. A recommendation does not carry them, but E10 gives them back: savings a
   * month and what is deducted from them, over the savings of a request. Null where a request saves
   * nothing.
   */
  static @Nullable Double requests(CandidateEvaluation candidate) {
    Double each = candidate.getSavingsPerRequest();
    if (each == null || each == 0) {
      return null;
    }
    double gross =
        candidate.getMonthlySavings()
            + candidate.getMonthlyFixedCost()
            + candidate.getMonthlyRetrainingCost();
    return Math.max(0, gross / each);
  }

  private static Course course(CandidateEvaluation candidate, double requests, Figures figures) {
    double baseline = requests * candidate.getBaselineCostPerRequest();
    return new Course(
        candidate.getModelId(),
        candidate.getUpfrontCost(),
        baseline,
        baseline - candidate.getMonthlySavings(),
        candidate.getPaybackMonths(),
        Objects.requireNonNull(candidate.getHorizonMonths()),
        candidate.getMonthsToRetirement(),
        summary(candidate, figures));
  }

  private static String summary(CandidateEvaluation candidate, Figures figures) {
    return candidate.getPaybackMonths() == null
        ? "Never pays back: tuned, it costs %s a month more than today."
            .formatted(figures.money(-candidate.getMonthlySavings()))
        : "Paid back after %s; %s after %s."
            .formatted(
                figures.months(candidate.getPaybackMonths()),
                figures.change(candidate.getNetBenefit()),
                figures.months(candidate.getHorizonMonths()));
  }
}
