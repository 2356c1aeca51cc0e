package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.RandomCases.at;
import static dev.tuneornot.evaluation.RandomCases.check;
import static dev.tuneornot.evaluation.RandomCases.forEach;

import dev.tuneornot.evaluation.RandomPortfolio.Case;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the time that recommendations at random stand for (section 8). */
class ValidityInvariantsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldStandUntilItsValidityEnds(long seed) { // section 8
    forEach(
        seed,
        (given, recommendation) -> {
          if (isBlurred(given, recommendation)) {
            return;
          }
          for (Instant probe : probes(recommendation)) {
            Recommendation later = at(probe, given);
            check(
                isSame(recommendation, later) || flipsBesideTheEnd(recommendation, later),
                () -> "at " + probe,
                given);
            for (String model : Dependencies.models(given.proposal())) {
              ModelPricing pricing = given.prices().get(model);
              check(
                  pricing == null
                      || PricePeriods.nextChange(pricing, given.at().toEpochMilli())
                          > probe.toEpochMilli(),
                  () -> "price of " + model + " at " + probe,
                  given);
            }
          }
        });
  }

  /**
   * Whether the doubles of net benefits are so coarse, for how fast they part, that the instant at
   * which one overtakes the other is not sharp to the millisecond.
   */
  private static boolean isBlurred(Case given, Recommendation recommendation) {
    Costs costs = given.proposal().getCosts();
    if (costs.getDataPreparation() + costs.getEngineering() + costs.getEvaluation() >= 1e11) {
      return true;
    }
    for (CandidateEvaluation one : recommendation.getCandidates()) {
      for (CandidateEvaluation other : recommendation.getCandidates()) {
        if (one.getUpfrontCost() != null && other.getUpfrontCost() != null) {
          double parting = Math.abs(one.getMonthlySavings() - other.getMonthlySavings());
          double step = Math.ulp(Math.max(one.getUpfrontCost(), Math.abs(one.getNetBenefit())));
          if (parting > 0 && step / parting * EpochMillis.MONTH > 0.5) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The end itself may move by a few milliseconds: the later instant is computed anew. */
  private static boolean isSame(Recommendation now, Recommendation later) {
    byte[] digest = OutcomeDigest.of(now);
    if (Arrays.equals(OutcomeDigest.of(later), digest)) {
      return true;
    }
    Recommendation same = Recommendation.newBuilder(later).build();
    if (now.getValidUntil() != null
        && later.getValidUntil() != null
        && Duration.between(now.getValidUntil(), later.getValidUntil()).abs().toMillis() <= 2) {
      same.setValidUntil(now.getValidUntil());
    }
    return Arrays.equals(OutcomeDigest.of(same), digest);
  }

  /** Something flips a millisecond before the end, which the rules allow for rounding. */
  private static boolean flipsBesideTheEnd(Recommendation now, Recommendation later) {
    return later.getEvaluatedAt().plusMillis(1).equals(now.getValidUntil());
  }

  private static List<Instant> probes(Recommendation recommendation) {
    Instant now = recommendation.getEvaluatedAt();
    Instant end = recommendation.getValidUntil();
    if (end == null) {
      return List.of(now.plusMillis(1), now.plus(Duration.ofDays(400_000)));
    }
    long millis = Duration.between(now, end).toMillis();
    List<Instant> probes = new ArrayList<>();
    for (long probe : new long[] {1, millis / 2, millis - 1}) {
      if (probe > 0 && probe < millis) {
        probes.add(now.plusMillis(probe));
      }
    }
    return probes;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldComeToAnEndByItsValidity(long seed) { // section 8
    forEach(
        seed,
        (given, recommendation) -> {
          if (isBlurred(given, recommendation)) {
            return;
          }
          Instant next = recommendation.getValidUntil();
          int steps = 0;
          while (next != null) {
            check(++steps <= 100, "never ends", given);
            Recommendation later = at(next, given);
            check(
                later.getValidUntil() == null || later.getValidUntil().isAfter(next),
                "goes back",
                given);
            next = later.getValidUntil();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldNoLongerPayBackWhereRetirementEndsTheValidity(long seed) {
    forEach(
        seed,
        (given, recommendation) -> {
          ModelPricing reference = given.prices().get(recommendation.getReferenceModel());
          for (int i = 0; i < recommendation.getCandidates().size(); i++) {
            CandidateEvaluation candidate = recommendation.getCandidates().get(i);
            ModelPricing pricing = given.prices().get(candidate.getModelId());
            long retirement =
                Math.min(
                    CandidateDates.retiredFrom(pricing),
                    reference == null
                        ? EpochMillis.NEVER
                        : EpochMillis.orNever(reference.getRetiresAt()));
            if (!paysBack(candidate) || retirement == EpochMillis.NEVER) {
              continue;
            }
            long last = (long) (retirement - candidate.getPaybackMonths() * EpochMillis.MONTH);
            Instant end = Instant.ofEpochMilli(last + 1);
            if (end.equals(recommendation.getValidUntil())) {
              CandidateEvaluation then = at(end, given).getCandidates().get(i);
              check(!paysBack(then), () -> "still pays back at " + end, given);
            }
          }
        });
  }

  private static boolean paysBack(CandidateEvaluation candidate) {
    return candidate.getStatus() == CandidateStatus.PAYS_BACK
        || candidate.getStatus() == CandidateStatus.TOO_SLOW;
  }
}
