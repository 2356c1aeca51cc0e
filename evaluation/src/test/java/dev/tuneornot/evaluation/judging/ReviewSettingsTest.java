package dev.tuneornot.evaluation.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewSettingsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

  ReviewSettingsTest() {
    TrustedClasses.install();
  }

  @Test
  void shouldHaveTheDefaultsOfTheRules() {
    assertThat(ReviewSettings.of(Map.of("client.id", "x", "tuneornot.topic.prefix", "y")))
        .isEqualTo(ReviewSettings.DEFAULTS)
        .isEqualTo(new ReviewSettings(true, new ReviewBounds(10, 200, 1_000, 200, 500)));
  }

  @Test
  void shouldMapEverySetting() {
    assertThat(
            ReviewSettings.of(
                Map.of(
                    "tuneornot.review.enabled", " False",
                    "tuneornot.review.jump", "5.5",
                    "tuneornot.review.input.max", "50",
                    "tuneornot.review.output.max", "60",
                    "tuneornot.review.training.max", "70",
                    "tuneornot.review.hosting.max", "80")))
        .isEqualTo(new ReviewSettings(false, new ReviewBounds(5.5, 50, 60, 70, 80)));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "tuneornot.review.jump, 1, a number 1.01..10^9",
    "tuneornot.review.jump, NaN, a number 1.01..10^9",
    "tuneornot.review.input.max, -1, a number 0..10^9",
    "tuneornot.review.output.max, 1e10, a number 0..10^9",
    "tuneornot.review.hosting.max, dear, a number 0..10^9",
    "tuneornot.review.enabled, perhaps, true or false"
  })
  void shouldRefuseWhatIsOutOfRange(String key, String value, String bound) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReviewSettings.of(Map.of(key, value)))
        .withMessage(key + " = " + value + ": must be " + bound);
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReviewSettings.of(Map.of("tuneornot.review.jmup", "5")))
        .withMessageContainingAll("tuneornot.review.jmup", "tuneornot.review.jump");
  }

  @Test
  void shouldJudgeByItsBounds() {
    assertThat(judged(Map.of("tuneornot.review.input.max", "2")))
        .extracting(PriceFinding::getField, PriceFinding::getBound)
        .containsExactly(tuple("inputPerMTok", "2"));
    assertThat(judged(Map.of())).isEmpty();
    assertThat(
            judged(Map.of("tuneornot.review.input.max", "2", "tuneornot.review.enabled", "false")))
        .isEmpty();
  }

  private static List<PriceFinding> judged(Map<String, String> settings) {
    PricePeriod period =
        PricePeriod.newBuilder()
            .setEffectiveFrom(NOW)
            .setInputPerMTok(2.5)
            .setOutputPerMTok(10.0)
            .build();
    ModelPricing price =
        ModelPricing.newBuilder().setModelId("p/m").setPeriods(List.of(period)).build();
    return ReviewSettings.of(settings).judge(null, price, 90, NOW);
  }
}
