package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.tuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C of section 5, at 1 for input, 0.25 cached, 1.25 written and 4 for output, by the MTok. */
class RequestCostsTest {

  @ParameterizedTest(name = "{0} tokens")
  @CsvSource({
    "1000, 1000", // not more than the threshold
    "1001, 2002",
    "2000, 4000",
    "2001, 6003" // the last one that applies, for the whole request
  })
  void shouldTakeTheTierOfTheWholePrompt(int prompt, double microDollars) {
    PricePeriod tiered =
        base()
            .setTiers(List.of(tier(1000, 2.0, null, null, null), tier(2000, 3.0, null, null, null)))
            .build();

    assertCost(tiered, 1, workload(prompt, 0, 0), microDollars);
  }

  @Test
  void shouldTakeWhatATierLeavesOpenFromThePeriod() {
    EffectiveWorkload workload = workload(2000, 1000, 100);
    workload.setCachedShare(0.5);
    workload.setCacheWriteShare(0.25);

    // 1250 fresh, 500 read, 250 written, 100 output.
    assertCost(base().build(), 1, workload, 1250 + 125 + 312.5 + 400);
    assertCost(
        base().setTiers(List.of(tier(1000, 2.0, null, null, null))).build(),
        1,
        workload,
        2500 + 125 + 312.5 + 400);
    assertCost(
        base().setTiers(List.of(tier(1000, 2.0, 0.5, 2.5, 8.0))).build(),
        1,
        workload,
        2500 + 250 + 625 + 800);
    // Known to neither: as input, that of the tier.
    assertCost(
        base()
            .setCachedInputPerMTok(null)
            .setCacheWritePerMTok(null)
            .setTiers(List.of(tier(1000, 2.0, null, null, null)))
            .build(),
        1,
        workload,
        4000 + 400);
  }

  @ParameterizedTest(name = "{0} of the requests")
  @CsvSource({"0, 1400", "0.5, 1100", "1, 800"})
  void shouldSendSomeInBatches(double share, double microDollars) {
    EffectiveWorkload workload = workload(1000, 0, 100);
    workload.setBatchShare(share);

    assertCost(
        base().setBatchInputPerMTok(0.5).setBatchOutputPerMTok(3.0).build(),
        1,
        workload,
        microDollars);
  }

  @Test
  void shouldPayABatchAsTheOthersWhereItHasNoPrice() {
    EffectiveWorkload workload = workload(1000, 0, 100);
    workload.setBatchShare(0.5);

    assertCost(base().build(), 1, workload, 1400);
    // A batch reads no cache.
    workload.setKeptCachedShare(1.0);
    assertCost(base().build(), 1, workload, 0.5 * (250 + 400) + 0.5 * 1400);
  }

  @Test
  void shouldCountTheTokensThatTheModelTakes() { // f, for tiers too
    PricePeriod tiered = base().setTiers(List.of(tier(1000, 2.0, null, null, null))).build();

    assertCost(tiered, 1.5, workload(600, 0, 100), 900 + 600);
    assertCost(tiered, 2, workload(600, 0, 100), 2400 + 800);
  }

  @Test
  void shouldTakeTheDiscountOffEveryPrice() {
    EffectiveWorkload workload = workload(2000, 1000, 100);
    workload.setCachedShare(0.5);
    workload.setCacheWriteShare(0.25);
    workload.setBatchShare(0.5);
    ModelPrices full = model(base().setBatchInputPerMTok(0.5).build(), 1, 0);
    ModelPrices paid = model(base().setBatchInputPerMTok(0.5).build(), 1, 0.2);
    Demand demand = demand(workload);

    assertThat(RequestCosts.untuned(paid, demand, 2000))
        .isCloseTo(0.8 * RequestCosts.untuned(full, demand, 2000), within(1e-15));
    assertThat(RequestCosts.tuned(paid, demand, 1000))
        .isCloseTo(0.8 * RequestCosts.tuned(full, demand, 1000), within(1e-15));
  }

  @Test
  void shouldPriceTheTunedModelWithoutTiersAndCacheWrites() { // E3
    EffectiveWorkload workload = workload(3000, 1000, 100);
    workload.setCacheWriteShare(1.0);
    workload.setKeptCachedShare(0.5);
    workload.setBatchShare(0.5);
    Tuning tuning =
        tuning()
            .setInputPerMTok(2.0)
            .setCachedInputPerMTok(0.5)
            .setOutputPerMTok(6.0)
            .setBatchInputPerMTok(1.0)
            .build();
    PricePeriod period =
        base().setTiers(List.of(tier(1, 100.0, null, null, null))).setTuning(tuning).build();

    // Half online: 1000 fresh, 1000 cached; half in batches, whose output has no price of its own.
    double online = 2000 + 500 + 600;
    double batch = 2000 + 600;
    assertThat(RequestCosts.tuned(model(period, 1, 0), demand(workload), 2000) * 1e6)
        .isCloseTo(0.5 * online + 0.5 * batch, within(1e-9));
  }

  @Test
  void shouldNotPayForLessThanNothing() {
    EffectiveWorkload workload = workload(1000, 1000, 0);
    workload.setCachedShare(0.7);
    workload.setCacheWriteShare(0.3);

    // All of it is read or written; nothing is left, whatever doubles make of it.
    assertCost(base().build(), 1, workload, 175 + 375);
  }

  private static void assertCost(
      PricePeriod period, double factor, EffectiveWorkload workload, double microDollars) {
    Demand demand = demand(workload);
    double cost =
        RequestCosts.untuned(model(period, factor, 0), demand, workload.getPromptTokens());
    assertThat(cost * 1e6).isCloseTo(microDollars, within(1e-9));
  }

  private static Demand demand(EffectiveWorkload workload) {
    return Demand.of(workload, Workload.newBuilder().build(), null, 0);
  }

  private static ModelPrices model(PricePeriod period, double factor, double discount) {
    ModelPricing pricing = pricing(period).setTokenFactor(factor).build();
    ModelPricing baseline = pricing(period).build();
    return ModelPrices.at(
        Given.NOW.toEpochMilli(),
        Given.MODEL,
        pricing,
        baseline,
        Given.policy().setDiscounts(Map.of("openai", discount)).build());
  }

  private static EffectiveWorkload workload(int prompt, int removable, int output) {
    return EffectiveWorkload.newBuilder()
        .setRequestsPerMonth(1)
        .setPromptTokens(prompt)
        .setRemovableTokens(removable)
        .setCachedShare(0)
        .setCacheWriteShare(0)
        .setKeptCachedShare(0)
        .setBatchShare(0)
        .setOutputTokens(output)
        .setTunedOutputTokens(null)
        .build();
  }

  private static PricePeriod.Builder base() {
    return period()
        .setInputPerMTok(1.0)
        .setCachedInputPerMTok(0.25)
        .setCacheWritePerMTok(1.25)
        .setOutputPerMTok(4.0);
  }

  private static Tier tier(int above, Double input, Double cached, Double written, Double output) {
    return new Tier(above, input, cached, written, output);
  }
}
