package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.figures.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Candidates that become possible or impossible, with the date or price that decides it. */
final class Availabilities {

  private Availabilities() {}

  static List<String> of(Evaluated before, Evaluated after) {
    List<CandidateEvaluation> old = before.recommendation().getCandidates();
    List<CandidateEvaluation> now = after.recommendation().getCandidates();
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      CandidateStatus was = old.get(i).getStatus();
      CandidateStatus is = now.get(i).getStatus();
      if (was != is && (isOut(was) || isOut(is))) {
        String why = isOut(is) ? cause(is, now.get(i), after) : cause(was, old.get(i), before);
        reasons.add("%s %s -> %s (%s)".formatted(old.get(i).getModelId(), was, is, why));
      }
    }
    return reasons;
  }

  private static boolean isOut(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK, TOO_SLOW, RETIRES_FIRST, NEVER -> false;
      case RETIRED, TUNING_CLOSED, BASELINE_RETIRED, UNPRICED, NOT_TUNABLE, OTHER -> true;
    };
  }

  private static String cause(
      CandidateStatus status, CandidateEvaluation candidate, Evaluated where) {
    ModelPricing reference = where.prices(where.recommendation().getReferenceModel());
    return switch (status) {
      case RETIRED -> "it retires on " + day(where.retirement(candidate.getModelId()));
      case TUNING_CLOSED -> "its tuning closes on " + day(where.closing(candidate.getModelId()));
      case BASELINE_RETIRED ->
          "the reference retires on " + day(reference == null ? null : reference.getRetiresAt());
      case UNPRICED -> "a price of it or of the reference is not known";
      case NOT_TUNABLE -> "it cannot be tuned";
      case PAYS_BACK, TOO_SLOW, RETIRES_FIRST, NEVER -> "it can be calculated";
      case OTHER -> "its status is newer than this program";
    };
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? "an unknown day" : Figures.ENGLISH.instant(instant);
  }
}
