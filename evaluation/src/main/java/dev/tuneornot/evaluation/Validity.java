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
  private final Policy policy;
  private final long now;
  private long until = EpochMillis.NEVER;

  private Validity(Policy policy, long now) {
    this.policy = policy;
    this.now = now;
  }

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
    Validity validity = new Validity(policy, now);
    if (models.baseline() != null) {
      validity.addUntuned(models.baseline());
    }
    for (ModelPrices alternative : models.alternatives()) {
      validity.addUntuned(alternative);
    }
    for (int i = 0; i < candidates.size(); i++) {
      validity.addCandidate(models.candidates()[i], candidates.get(i), reference);
    }
    if (bestIndex != BestCandidate.NONE) {
      validity.addOvertaking(models.candidates(), candidates, bestIndex, reference);
    }
    return validity.until == EpochMillis.NEVER ? null : Instant.ofEpochMilli(validity.until);
  }

  private void add(long instant) {
    if (instant > now && instant < until) {
      until = instant;
    }
  }

  private void addSoon(long instant) {
    add(EpochMillis.minusDays(instant, policy.getClosingSoonDays()));
  }

  private void addModel(ModelPrices model) {
    ModelPricing pricing = model.pricing();
    if (pricing != null) {
      add(PricePeriods.nextChange(pricing, now));
      add(model.retiresAt());
      long observedAt = EpochMillis.orNever(pricing.getObservedAt());
      add(EpochMillis.plusDays(observedAt, policy.getStalePriceDays()));
    }
  }

  private void addUntuned(ModelPrices model) {
    addModel(model);
    addSoon(model.retiresAt());
  }

  private void addCandidate(
      ModelPrices candidate, CandidateEvaluation evaluation, @Nullable ModelPrices reference) {
    addModel(candidate);
    ModelPricing pricing = candidate.pricing();
    if (pricing != null) {
      add(EpochMillis.orNever(pricing.getTunedRetiresAt()));
      long closes = CandidateDates.tuningCloses(pricing);
      add(closes);
      addSoon(closes);
    }
    long end = CandidateDates.end(candidate, reference);
    addSoon(end);
    if (end != EpochMillis.NEVER && BestCandidate.isComputed(evaluation.getStatus())) {
      addPayback(evaluation.getStatus(), evaluation.getPaybackMonths(), end);
      addPayback(evaluation.getWorstCase(), end);
      addPayback(evaluation.getBestCase(), end);
    }
  }

  private void addPayback(@Nullable CandidateCase figures, long end) {
    if (figures != null) {
      addPayback(figures.getStatus(), figures.getPaybackMonths(), end);
    }
  }

  /** When the months left become fewer than those that it takes to pay back. */
  private void addPayback(CandidateStatus status, @Nullable Double paybackMonths, long end) {
    if (status == CandidateStatus.PAYS_BACK || status == CandidateStatus.TOO_SLOW) {
      add((long) (Math.floor(end - paybackMonths * EpochMillis.MONTH) + 1));
    }
  }

  private void addOvertaking(
      ModelPrices[] models,
      List<CandidateEvaluation> candidates,
      int bestIndex,
      @Nullable ModelPrices reference) {
    CandidateEvaluation best = candidates.get(bestIndex);
    long bestEnd = CandidateDates.end(models[bestIndex], reference);
    for (int i = 0; i < models.length; i++) {
      CandidateEvaluation other = candidates.get(i);
      if (i != bestIndex && other.getStatus() == best.getStatus()) {
        long end = CandidateDates.end(models[i], reference);
        // Where both stand still, neither overtakes the other.
        if (bestEnd != EpochMillis.NEVER || end != EpochMillis.NEVER) {
          add(new Overtaking(best, bestEnd, other, end, policy).after(now));
        }
      }
    }
  }
}
