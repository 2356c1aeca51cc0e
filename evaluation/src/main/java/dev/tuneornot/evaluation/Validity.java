package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when a recommendation stands, with the same proposal, prices and policy (section 8). */
final class Validity {
  private Validity() {}

  /**
   * The first instant after now at which more may change than figures that shrink with time, null
   * where none is known.
   *
   * @param reference what tuning is compared with, null where there is nothing
   * @param candidates what became of them, in their order
   * @param bestIndex of the best candidate, {@link BestCandidate#NONE} where there is none
   */
  static @Nullable Instant until(
      long now,
      Policy policy,
      NamedModels models,
      @Nullable ModelPrices reference,
      List<CandidateEvaluation> candidates,
      int bestIndex) {
    long until = EpochMillis.NEVER;
    if (models.baseline() != null) {
      until = ofUntuned(models.baseline(), policy, now);
    }
    for (ModelPrices alternative : models.alternatives()) {
      until = Math.min(until, ofUntuned(alternative, policy, now));
    }
    for (int i = 0; i < candidates.size(); i++) {
      ModelPrices candidate = models.candidates()[i];
      until = Math.min(until, ofCandidate(candidate, candidates.get(i), reference, policy, now));
    }
    if (bestIndex != BestCandidate.NONE) {
      until =
          Math.min(
              until,
              ofOvertaking(models.candidates(), candidates, bestIndex, reference, policy, now));
    }
    return until == EpochMillis.NEVER ? null : Instant.ofEpochMilli(until);
  }

  /** An instant that is still to come, {@link EpochMillis#NEVER} where it is past. */
  private static long after(long now, long instant) {
    return instant > now ? instant : EpochMillis.NEVER;
  }

  private static long ofModel(ModelPrices model, Policy policy, long now) {
    ModelPricing pricing = model.pricing();
    if (pricing == null) {
      return EpochMillis.NEVER;
    }
    long stale =
        EpochMillis.plusDays(
            EpochMillis.orNever(pricing.getObservedAt()), policy.getStalePriceDays());
    return Math.min(
        after(now, PricePeriods.nextChange(pricing, now)),
        Math.min(after(now, model.retiresAt()), after(now, stale)));
  }

  private static long ofUntuned(ModelPrices model, Policy policy, long now) {
    return Math.min(ofModel(model, policy, now), soon(model.retiresAt(), policy, now));
  }

  /** When an instant comes to be soon. */
  private static long soon(long instant, Policy policy, long now) {
    return after(now, EpochMillis.minusDays(instant, policy.getClosingSoonDays()));
  }

  private static long ofCandidate(
      ModelPrices candidate,
      CandidateEvaluation evaluation,
      @Nullable ModelPrices reference,
      Policy policy,
      long now) {
    long until = ofModel(candidate, policy, now);
    ModelPricing pricing = candidate.pricing();
    if (pricing != null) {
      long closes = CandidateDates.tuningCloses(pricing);
      until = Math.min(until, after(now, EpochMillis.orNever(pricing.getTunedRetiresAt())));
      until = Math.min(until, Math.min(after(now, closes), soon(closes, policy, now)));
    }
    long end = CandidateDates.end(candidate, reference);
    if (end == EpochMillis.NEVER) {
      return until;
    }
    until = Math.min(until, soon(end, policy, now));
    return BestCandidate.isComputed(evaluation.getStatus())
        ? Math.min(until, ofPaybacks(evaluation, end, now))
        : until;
  }

  private static long ofPaybacks(CandidateEvaluation evaluation, long end, long now) {
    return Math.min(
        ofPayback(evaluation.getStatus(), evaluation.getPaybackMonths(), end, now),
        Math.min(
            ofPayback(evaluation.getWorstCase(), end, now),
            ofPayback(evaluation.getBestCase(), end, now)));
  }

  private static long ofPayback(@Nullable CandidateCase figures, long end, long now) {
    return figures == null
        ? EpochMillis.NEVER
        : ofPayback(figures.getStatus(), figures.getPaybackMonths(), end, now);
  }

  /** When the months left become fewer than those that it takes to pay back. */
  private static long ofPayback(
      CandidateStatus status, @Nullable Double paybackMonths, long end, long now) {
    return status == CandidateStatus.PAYS_BACK || status == CandidateStatus.TOO_SLOW
        ? after(now, (long) (Math.floor(end - paybackMonths * EpochMillis.MONTH) + 1))
        : EpochMillis.NEVER;
  }

  private static long ofOvertaking(
      ModelPrices[] models,
      List<CandidateEvaluation> candidates,
      int bestIndex,
      @Nullable ModelPrices reference,
      Policy policy,
      long now) {
    CandidateEvaluation best = candidates.get(bestIndex);
    long bestEnd = CandidateDates.end(models[bestIndex], reference);
    long until = EpochMillis.NEVER;
    for (int i = 0; i < models.length; i++) {
      CandidateEvaluation other = candidates.get(i);
      if (i != bestIndex && other.getStatus() == best.getStatus()) {
        long end = CandidateDates.end(models[i], reference);
        // Where both stand still, neither overtakes the other.
        if (bestEnd != EpochMillis.NEVER || end != EpochMillis.NEVER) {
          Overtaking overtaking = new Overtaking(best, bestEnd, other, end, policy);
          until = Math.min(until, after(now, overtaking.after(now)));
        }
      }
    }
    return until;
  }
}
