package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
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
            "periods[1].outputPerMTok",
            "periods[1].tuning.trainingPerMTok",
            "periods[1].tuning.trainingPerHour",
            "periods[1].tuning.minimumCharge",
            "periods[1].tuning.inputPerMTok",
            "periods[1].tuning.cachedInputPerMTok",
            "periods[1].tuning.outputPerMTok",
            "periods[1].tuning.hostingPerHour",
            "periods[1].tuning.storagePerMonth");
  }

  @Test
  void shouldAcceptPricesThatAreNotKnown() {
    pricing.setPeriods(List.of(new PricePeriod(Instant.EPOCH, null, null, null, null)));
    pricing.setTuningClosesAt(null);
    pricing.setRetiresAt(null);
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
    pricing.setObservedAt(far);

    assertThat(bounds.violations(pricing))
        .extracting(Violation::field)
        .containsExactly("periods[1].effectiveFrom", "tuningClosesAt", "retiresAt", "observedAt");
  }

  @Test
  void shouldRefuseABadModelIdAndASourceThatCannotBeEncoded() {
    pricing.setModelId("GPT");
    pricing.setSource("\ud800");

    assertThat(bounds.violations(pricing))
        .containsExactly(
            new Violation("modelId", "GPT", Texts.MODEL_ID),
            new Violation("source", "\ud800", Texts.ENCODABLE));
  }

  @Test
  void shouldReportWhatIsNullAgainstTheSchema() {
    ModelPricing empty = new ModelPricing();
    empty.setPeriods(new ArrayList<>(Arrays.asList(null, new PricePeriod())));

    assertThat(bounds.violations(empty))
        .extracting(Violation::field)
        .containsExactly(
            "modelId", "periods[0]", "periods[1].effectiveFrom", "source", "confidence");
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
    assertThat(Tuning.getClassSchema().getFields()).hasSize(8);
  }
}
