package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.Course;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the untuned way and the tuned one will have cost after so many months. */
final class Courses {

  private Courses() {}

  static List<Course> of(Recommendation recommendation, Figures figures) {
    List<Course> courses = new ArrayList<>();
    double requests = recommendation.getWorkload().getRequestsPerMonth();
    for (CandidateEvaluation candidate : recommendation.getCandidates()) {
      if (candidate.getMonthlySavings() != null) {
        courses.add(course(candidate, requests, figures));
      }
    }
    return courses;
  }

  private static Course course(CandidateEvaluation candidate, double requests, Figures figures) {
    double untuned = requests * candidate.getBaselineCostPerRequest();
    return new Course(
        candidate.getModelId(),
        candidate.getUpfrontCost(),
        untuned,
        untuned - candidate.getMonthlySavings(),
        candidate.getPaybackMonths(),
        Objects.requireNonNull(candidate.getHorizonMonths()),
        candidate.getMonthsToRetirement(),
        summary(candidate, figures));
  }

  private static String summary(CandidateEvaluation candidate, Figures figures) {
    return candidate.getPaybackMonths() == null
        ? "Never pays back: tuned, it costs %s a month more than untuned."
            .formatted(figures.money(-candidate.getMonthlySavings()))
        : "Paid back %s; %s after %s."
            .formatted(
                figures.after(candidate.getPaybackMonths()),
                figures.change(candidate.getNetBenefit()),
                figures.months(candidate.getHorizonMonths()));
  }
}
