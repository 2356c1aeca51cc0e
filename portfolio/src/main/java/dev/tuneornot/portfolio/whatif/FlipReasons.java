package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a verdict becomes another one: the figures that crossed a bound, with both. */
final class FlipReasons {

  private FlipReasons() {}

  /** One sentence or more, separated by semicolons. */
  static String of(Evaluated before, Evaluated after) {
    List<String> reasons = new ArrayList<>();
    decision(before, after).ifPresent(reasons::add);
    reference(before, after).ifPresent(reasons::add);
    reasons.addAll(status(before, after));
    reasons.addAll(WarningReasons.of(before, after));
    return reasons.isEmpty() ? "its figures changed" : String.join("; ", reasons);
  }

  private static Optional<String> decision(Evaluated before, Evaluated after) {
    Decision old = before.recommendation().getDecision();
    Decision now = after.recommendation().getDecision();
    if (old == now) {
      return Optional.empty();
    }
    int examples = before.proposal().getTrainingData().getExamples();
    return Optional.of(
        "%s -> %s: %d examples, the policy's minimum %s"
            .formatted(
                old,
                now,
                examples,
                change(before.policy().getMinimumExamples(), after.policy().getMinimumExamples())));
  }

  private static Optional<String> reference(Evaluated before, Evaluated after) {
    String old = before.recommendation().getReferenceModel();
    String now = after.recommendation().getReferenceModel();
    return Objects.equals(old, now)
        ? Optional.empty()
        : Optional.of("compared with " + change(named(old), named(now)));
  }

  private static String named(@Nullable String model) {
    return model == null ? "nothing" : model;
  }

  private static List<String> status(Evaluated before, Evaluated after) {
    Optional<CandidateEvaluation> old = before.best();
    Optional<CandidateEvaluation> now = after.best();
    if (old.isEmpty() || now.isEmpty()) {
      return Availabilities.of(before, after);
    }
    if (old.get().getStatus() == now.get().getStatus()) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    if (!old.get().getModelId().equals(now.get().getModelId())) {
      reasons.add(
          "the best candidate %s -> %s".formatted(old.get().getModelId(), now.get().getModelId()));
      // What became of the one that was best says why.
      reasons.addAll(Availabilities.of(before, after));
    }
    reasons.add(crossing(before, old.get(), after, now.get()));
    return reasons;
  }

  /** The bound on either side that the order of the statuses (section 5) puts first. */
  private static String crossing(
      Evaluated before, CandidateEvaluation old, Evaluated after, CandidateEvaluation now) {
    if (either(CandidateStatus.NEVER, old, now)) {
      String savings =
          change(
              Figures.ENGLISH.money(old.getMonthlySavings()),
              Figures.ENGLISH.money(now.getMonthlySavings()));
      boolean none = now.getStatus() == CandidateStatus.NEVER;
      return "savings " + savings + " a month, " + (none ? "not above $0" : "above $0");
    }
    if (either(CandidateStatus.RETIRES_FIRST, old, now)) {
      return "payback %s, retirement %s, %s that"
          .formatted(
              paybacks(old, now),
              change(
                  retirement(old.getMonthsToRetirement()), retirement(now.getMonthsToRetirement())),
              now.getStatus() == CandidateStatus.RETIRES_FIRST ? "before" : "after");
    }
    return payback(before, old, after, now);
  }

  private static String payback(
      Evaluated before, CandidateEvaluation old, Evaluated after, CandidateEvaluation now) {
    double bound = after.policy().getMaxPaybackMonths();
    String side = now.getStatus() == CandidateStatus.TOO_SLOW ? "above" : "within";
    String change =
        "payback %s, %s the policy's %s"
            .formatted(paybacks(old, now), side, Figures.ENGLISH.months(bound));
    double boundBefore = before.policy().getMaxPaybackMonths();
    return bound == boundBefore
        ? change
        : change + " (before " + Figures.ENGLISH.months(boundBefore) + ")";
  }

  private static boolean either(
      CandidateStatus status, CandidateEvaluation old, CandidateEvaluation now) {
    return old.getStatus() == status || now.getStatus() == status;
  }

  private static String paybacks(CandidateEvaluation old, CandidateEvaluation now) {
    return change(
        Figures.ENGLISH.months(old.getPaybackMonths()),
        Figures.ENGLISH.months(now.getPaybackMonths()));
  }

  private static String retirement(@Nullable Double months) {
    return months == null ? "at no known time" : "in " + Figures.ENGLISH.months(months);
  }

  /** Both values, or the one where they are the same. */
  static String change(Object old, Object now) {
    return old.equals(now) ? now.toString() : old + " -> " + now;
  }
}
