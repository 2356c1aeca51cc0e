package dev.tuneornot.evaluation.judging;

import static dev.tuneornot.evaluation.judging.Findings.text;

import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was known and is not there any more (J7). */
final class Vanished {
  private Vanished() {}

  /** Prices of a period, and whether it can be tuned. */
  static void find(PeriodPair pair, Findings findings) {
    PeriodFields before = pair.before();
    if (before == null) {
      return;
    }
    PeriodFields after = pair.after();
    before
        .values()
        .forEach(
            (field, then) -> {
              Double now = after.get(field);
              if (then != 0 && (now == null || now == 0) && counts(field)) {
                findings.add(FindingId.VANISHED, field, text(then), text(now), null);
              }
            });
    if (before.isTunable() && !after.isTunable()) {
      findings.add(FindingId.VANISHED, "tuning", null, null, null);
    }
  }

  /** Announced prices, and the model itself by the word of a source that is not to be trusted. */
  static void find(ModelPricing before, ModelPricing after, Instant at, Findings findings) {
    Instant announced = lastAfter(before.getPeriods(), at);
    if (announced != null && lastAfter(after.getPeriods(), at) == null) {
      findings.add(FindingId.VANISHED, "periods", text(announced), null, text(at));
    }
    switch (after.getConfidence()) {
      case OFFICIAL, MIRROR -> {}
      case THIRD_PARTY, ESTIMATE -> {
        reached("retiresAt", before.getRetiresAt(), after.getRetiresAt(), at, findings);
        reached(
            "tunedRetiresAt", before.getTunedRetiresAt(), after.getTunedRetiresAt(), at, findings);
      }
    }
  }

  private static boolean counts(String field) {
    return field.startsWith(PeriodFields.TUNING)
        || field.equals(PeriodFields.CACHED_INPUT)
        || field.equals(PeriodFields.INPUT)
        || field.equals(PeriodFields.OUTPUT)
        || PeriodFields.isInputOrOutputOfTier(field);
  }

  private static @Nullable Instant lastAfter(List<PricePeriod> periods, Instant at) {
    Instant last = periods.get(periods.size() - 1).getEffectiveFrom();
    return last.isAfter(at) ? last : null;
  }

  private static void reached(
      String field,
      @Nullable Instant before,
      @Nullable Instant after,
      Instant at,
      Findings findings) {
    if (isReached(after, at) && !isReached(before, at)) {
      findings.add(FindingId.VANISHED, field, text(before), text(after), text(at));
    }
  }

  private static boolean isReached(@Nullable Instant date, Instant at) {
    return date != null && !date.isAfter(at);
  }
}
