package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.schemas.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPricingBoundsTest {

  private final ModelPricingBounds bounds = new ModelPricingBounds();
  private final ModelPricing pricing = Samples.pricing();

  @Test
  void shouldAcceptAPriceHistory() {
    assertThat(bounds.violations(pricing)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0, -0.0, 1e-9, 1e9, 2.5})
  void shouldAcceptEveryPriceWithinItsBounds(double price) {
    setPrices(pricing.getPeriods().get(0), price);
    setPrices(pricing.getPeriods().get(0).getTiers().get(0), price);
    setPrices(pricing.getPeriods().get(0).getTuning(), price);

    assertThat(bounds.violations(pricing)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      doubles = {
        -1e-9,
        9.999999999999999e-10,
        1000000000.0000001,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void shouldNameEveryPriceOutOfItsBounds(double price) {
    setPrices(pricing.getPeriods().get(1), price);
    setPrices(pricing.getPeriods().get(1).getTiers().get(0), price);
    setPrices(pricing.getPeriods().get(1).getTuning(), price);

    assertThat(bounds.violations(pricing))
        .allSatisfy(
            violation -> {
              assertThat(violation.value()).isEqualTo(Double.toString(price));
              assertThat(violation.bound()).isEqualTo("0 or 10^-9..10^9");
            })
        .extracting(Violation::field)
        .containsExactly(
            "periods[1].inputPerMTok",
            "periods[1].cachedInputPerMTok",
            "periods[1].cacheWritePerMTok",
            "periods[1].outputPerMTok",
            "periods[1].batchInputPerMTok",
            "periods[1].batchOutputPerMTok",
            "periods[1].tiers[0].inputPerMTok",
            "periods[1].tiers[0].cachedInputPerMTok",
            "periods[1].tiers[0].cacheWritePerMTok",
            "periods[1].tiers[0].outputPerMTok",
            "periods[1].tuning.trainingPerMTok",
            "periods[1].tuning.trainingPerHour",
            "periods[1].tuning.minimumCharge",
            "periods[1].tuning.inputPerMTok",
            "periods[1].tuning.cachedInputPerMTok",
            "periods[1].tuning.outputPerMTok",
            "periods[1].tuning.batchInputPerMTok",
            "periods[1].tuning.batchOutputPerMTok",
            "periods[1].tuning.hostingPerHour",
            "periods[1].tuning.storagePerMonth");
  }

  @Test
  void shouldAcceptPricesThatAreNotKnown() {
    pricing.setPeriods(List.of(PricePeriod.newBuilder().setEffectiveFrom(Instant.EPOCH).build()));
    pricing.setTuningClosesAt(null);
    pricing.setRetiresAt(null);
    pricing.setTunedRetiresAt(null);
    pricing.setReplacement(null);
    pricing.setObservedAt(null);

    assertThat(bounds.violations(pricing)).isEmpty();
  }

  @Test
  void shouldRefuseAModelWithoutPeriods() {
    pricing.setPeriods(List.of());

    assertThat(bounds.violations(pricing))
        .containsExactly(new Violation("periods", null, "given, with at least one period"));
  }

  @Test
  void shouldRefusePeriodsThatAreNotStrictlyIncreasing() {
    pricing.setPeriods(
        List.of(
            Samples.period("2026-01-01T00:00:00Z"),
            Samples.period("2026-01-01T00:00:00Z"),
            Samples.period("2025-01-01T00:00:00Z"),
            Samples.period("2026-01-01T00:00:00Z")));

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation(
                "periods[1].effectiveFrom",
                "2026-01-01T00:00:00Z",
                "later than that of the period before (2026-01-01T00:00:00Z)"),
            new Violation(
                "periods[2].effectiveFrom",
                "2025-01-01T00:00:00Z",
                "later than that of the period before (2026-01-01T00:00:00Z)"));
  }

  @Test
  void shouldRefuseInstantsThatIsoCannotWrite() {
    Instant far = Instant.ofEpochMilli(Long.MAX_VALUE);
    pricing.getPeriods().get(1).setEffectiveFrom(far);
    pricing.setTuningClosesAt(far);
    pricing.setRetiresAt(far);
    pricing.setTunedRetiresAt(far);
    pricing.setObservedAt(far);

    assertThat(bounds.violations(pricing))
        .extracting(Violation::field)
        .containsExactly(
            "periods[1].effectiveFrom",
            "tuningClosesAt",
            "retiresAt",
            "tunedRetiresAt",
            "observedAt");
  }

  @Test
  void shouldRefuseABadModelIdAndASourceThatCannotBeEncoded() {
    pricing.setModelId("GPT");
    pricing.setReplacement("gpt-5");
    pricing.setSource("\ud800");

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation("modelId", "GPT", Texts.MODEL_ID),
            new Violation("replacement", "gpt-5", Texts.MODEL_ID),
            new Violation("source", "\ud800", Texts.ENCODABLE));
  }

  @Test
  void shouldReportWhatIsNullAgainstTheSchema() {
    ModelPricing empty = new ModelPricing();
    empty.setPeriods(new ArrayList<>(Arrays.asList(null, new PricePeriod())));

    assertThat(bounds.violations(empty))
        .extracting(Violation::field)
        .containsExactly(
            "modelId",
            "periods[0]",
            "periods[1].effectiveFrom",
            "periods[1].tiers",
            "tokenFactor",
            "source",
            "confidence");
  }

  private static void setPrices(SpecificRecord record, double price) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Schema type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
      if (type.getType() == Schema.Type.DOUBLE) {
        record.put(field.pos(), price);
      }
    }
  }

  @Test
  void shouldCheckEveryPriceThatTheSchemaHas() {
    assertThat(Tuning.getClassSchema().getFields()).hasSize(11);
    assertThat(Tier.getClassSchema().getFields()).hasSize(5);
    assertThat(PricePeriod.getClassSchema().getFields()).hasSize(9);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0.1, 1, 10})
  void shouldAcceptATokenFactor(double factor) {
    pricing.setTokenFactor(factor);

    assertThat(bounds.violations(pricing)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0, 0.099, 10.001, Double.NaN})
  void shouldRefuseAnotherTokenFactor(double factor) {
    pricing.setTokenFactor(factor);

    assertThat(bounds.violations(pricing))
        .containsExactly(new Violation("tokenFactor", Double.toString(factor), "0.1..10"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {0, 1001, -1})
  void shouldRefuseADeploymentForNoneOrTooMany(int adapters) {
    pricing.getPeriods().get(0).getTuning().setAdaptersPerDeployment(adapters);

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation(
                "periods[0].tuning.adaptersPerDeployment", Integer.toString(adapters), "1..1000"));
  }

  @Test
  void shouldAcceptEightTiers() {
    pricing.getPeriods().get(0).setTiers(tiers(1, 2, 3, 4, 5, 6, 7, 100_000_000));

    assertThat(bounds.violations(pricing)).isEmpty();
  }

  @Test
  void shouldRefuseTiersThatAreTooManyOrNotStrictlyIncreasing() {
    pricing.getPeriods().get(0).setTiers(tiers(1, 2, 3, 3, 5, 6, 7, 8, 9));

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation("periods[0].tiers", "9 tiers", "at most 8 tiers"),
            new Violation(
                "periods[0].tiers[3].abovePromptTokens",
                "3",
                "more than that of the tier before (3)"));
  }

  @Test
  void shouldRefuseATierThatIsMissingOrOutOfItsBounds() {
    List<Tier> tiers = new ArrayList<>(tiers(0, 100_000_001));
    tiers.add(0, null);
    pricing.getPeriods().get(1).setTiers(tiers);

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation("periods[1].tiers[0]", null, Violation.REQUIRED),
            new Violation("periods[1].tiers[1].abovePromptTokens", "0", "1..10^8"),
            new Violation("periods[1].tiers[2].abovePromptTokens", "100000001", "1..10^8"));
  }

  private static List<Tier> tiers(int... thresholds) {
    return Arrays.stream(thresholds)
        .mapToObj(tokens -> Tier.newBuilder().setAbovePromptTokens(tokens).build())
        .toList();
  }
}
