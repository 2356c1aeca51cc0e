package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.RandomCases.at;
import static dev.tuneornot.evaluation.RandomCases.check;
import static dev.tuneornot.evaluation.RandomCases.forEach;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
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
          for (Instant probe : probes(recommendation)) {
            Recommendation later = at(probe, given);
            boolean same = Arrays.equals(OutcomeDigest.of(later), OutcomeDigest.of(recommendation));
            check(same || flipsBesideTheEnd(recommendation, later), "at " + probe, given);
            for (String model : Dependencies.models(given.proposal())) {
              ModelPricing pricing = given.prices().get(model);
              check(
                  pricing == null
                      || PricePeriods.nextChange(pricing, given.at().toEpochMilli())
                          > probe.toEpochMilli(),
                  "price of " + model + " at " + probe,
                  given);
            }
          }
        });
  }

  /** A candidate retires first a millisecond before the end, which the rules allow for rounding. */
  private static boolean flipsBesideTheEnd(Recommendation now, Recommendation later) {
    return later.getEvaluatedAt().plusMillis(1).equals(now.getValidUntil())
        && retiringFirst(later) > retiringFirst(now);
  }

  private static long retiringFirst(Recommendation recommendation) {
    return recommendation.getCandidates().stream()
        .filter(candidate -> candidate.getStatus() == CandidateStatus.RETIRES_FIRST)
        .count();
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
          ModelPricing baseline = given.prices().get(given.proposal().getBaselineModel());
          for (int i = 0; i < recommendation.getCandidates().size(); i++) {
            CandidateEvaluation candidate = recommendation.getCandidates().get(i);
            ModelPricing pricing = given.prices().get(candidate.getModelId());
            long retirement = Retirement.earlier(pricing, baseline);
            if (!paysBack(candidate) || retirement == EpochMillis.NEVER) {
              continue;
            }
            long last = (long) (retirement - candidate.getPaybackMonths() * EpochMillis.MONTH);
            Instant end = Instant.ofEpochMilli(last + 1);
            if (end.equals(recommendation.getValidUntil())) {
              CandidateEvaluation then = at(end, given).getCandidates().get(i);
              check(!paysBack(then), "still pays back at " + end, given);
            }
          }
        });
  }

  private static boolean paysBack(CandidateEvaluation candidate) {
    return candidate.getStatus() == CandidateStatus.PAYS_BACK
        || candidate.getStatus() == CandidateStatus.TOO_SLOW;
  }
}
