package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.RandomCases.check;
import static dev.tuneornot.evaluation.RandomCases.forEach;
import static dev.tuneornot.evaluation.RandomCases.withRequests;

import dev.tuneornot.evaluation.RandomPortfolio.Case;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Tier;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of volume and prices at random (F2, F3). */
class SensitivityInvariantsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldNeverPayBackLaterWithMoreRequests(long seed) {
    Random random = new Random(seed);
    forEach(
        seed,
        (given, recommendation) -> {
          if (given.usage() != null) {
            return;
          }
          long requests = given.proposal().getWorkload().getRequestsPerMonth();
          long more = requests + 1 + (long) (requests * random.nextDouble());
          Recommendation busier = withRequests(given, more);
          for (int i = 0; i < busier.getCandidates().size(); i++) {
            Double before = recommendation.getCandidates().get(i).getPaybackMonths();
            Double after = busier.getCandidates().get(i).getPaybackMonths();
            check(before == null || (after != null && after <= before), "payback", given);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldPayBackInTimeFromTheMinimumVolumeOn(long seed) { // F2
    forEach(
        seed,
        (given, recommendation) -> {
          for (int i = 0; i < recommendation.getCandidates().size(); i++) {
            if (given.usage() != null) {
              return;
            }
            Long minimum = recommendation.getCandidates().get(i).getMinimumMonthlyRequests();
            if (minimum == null || minimum > 1_000_000_000_000L) {
              continue;
            }
            long rounding = 1 + (long) (minimum * 1e-8);
            check(inTime(given, minimum + rounding, i), "F2 is too low", given);
            if (minimum - 1 - rounding >= 0) {
              check(!inTime(given, minimum - 1 - rounding, i), "F2 is too high", given);
            }
          }
        });
  }

  private static boolean inTime(Case given, long requests, int candidate) {
    Recommendation recommendation = withRequests(given, requests);
    return inTime(recommendation.getCandidates().get(candidate), given.policy());
  }

  private static boolean inTime(CandidateEvaluation candidate, Policy policy) {
    Double payback = candidate.getPaybackMonths();
    return payback != null && payback <= policy.getMaxPaybackMonths();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldPayBackInTimeWhilePricesFallLessThanTheMargin(long seed) { // F3
    forEach(
        seed,
        (given, recommendation) -> {
          for (int i = 0; i < recommendation.getCandidates().size(); i++) {
            CandidateEvaluation candidate = recommendation.getCandidates().get(i);
            Double margin = candidate.getBaselinePriceMargin();
            // With alternatives another one might become the reference.
            if (!given.proposal().getAlternativeModels().isEmpty()) {
              return;
            }
            if (margin == null || Math.abs(margin) < 1e-6 || Math.abs(margin) > 1e6) {
              continue;
            }
            check(inTime(candidate, given.policy()) == (margin > 0), "F3", given);
            double rounding = Math.abs(margin) * 1e-6;
            check(inTime(withBaselineFallenBy(margin - rounding, given), i, given), "F3", given);
            check(!inTime(withBaselineFallenBy(margin + rounding, given), i, given), "F3", given);
          }
        });
  }

  private static boolean inTime(PriceBook prices, int candidate, Case given) {
    Recommendation recommendation =
        Evaluator.evaluate(given.proposal(), given.usage(), prices, given.policy(), given.at());
    return inTime(recommendation.getCandidates().get(candidate), given.policy());
  }

  private static @Nullable Double times(@Nullable Double price, double factor) {
    return price == null ? null : price * factor;
  }

  /** Falls by more than all in a few cases: the rules do not mind a negative price. */
  private static PriceBook withBaselineFallenBy(double share, Case given) {
    ModelPricing baseline = given.prices().get(given.proposal().getBaselineModel());
    PricePeriod before = PricePeriods.inForce(baseline, given.at());
    double left = 1 - share;
    PricePeriod.Builder after = PricePeriod.newBuilder(before);
    after.setInputPerMTok(times(before.getInputPerMTok(), left));
    after.setCachedInputPerMTok(times(before.getCachedInputPerMTok(), left));
    after.setCacheWritePerMTok(times(before.getCacheWritePerMTok(), left));
    after.setOutputPerMTok(times(before.getOutputPerMTok(), left));
    after.setBatchInputPerMTok(times(before.getBatchInputPerMTok(), left));
    after.setBatchOutputPerMTok(times(before.getBatchOutputPerMTok(), left));
    for (Tier tier : after.getTiers()) {
      tier.setInputPerMTok(times(tier.getInputPerMTok(), left));
      tier.setCachedInputPerMTok(times(tier.getCachedInputPerMTok(), left));
      tier.setCacheWritePerMTok(times(tier.getCacheWritePerMTok(), left));
      tier.setOutputPerMTok(times(tier.getOutputPerMTok(), left));
    }
    ModelPricing fallen =
        ModelPricing.newBuilder(baseline).setPeriods(List.of(after.build())).build();
    return model -> model.equals(baseline.getModelId()) ? fallen : given.prices().get(model);
  }
}
