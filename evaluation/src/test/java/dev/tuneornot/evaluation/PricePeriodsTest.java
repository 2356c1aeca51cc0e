package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.pricing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePeriodsTest {
  private static final ModelPricing THREE_PERIODS =
      pricing(startingAt(0, 1.0), startingAt(100, 2.0), startingAt(200, 3.0)).build();

  @ParameterizedTest(name = "{0} ms: price {1}, next change {2}")
  @CsvSource({
    "-1,  ,  0",
    "0,   1, 100",
    "99,  1, 100",
    "100, 2, 200",
    "199, 2, 200",
    "200, 3, 9223372036854775807",
    "999, 3, 9223372036854775807",
  })
  void shouldTakeTheLastOneThatHasBegun(long millis, Double price, long nextChange) {
    PricePeriod inForce = PricePeriods.inForce(THREE_PERIODS, Instant.ofEpochMilli(millis));

    assertThat(inForce == null ? null : inForce.getInputPerMTok()).isEqualTo(price);
    assertThat(PricePeriods.nextChange(THREE_PERIODS, millis)).isEqualTo(nextChange);
  }

  @Test
  void shouldBeNoneWithoutAPrice() {
    assertThat(PricePeriods.inForce(null, NOW.toEpochMilli())).isNull();
  }

  private static PricePeriod startingAt(long millis, double price) {
    return period().setEffectiveFrom(Instant.ofEpochMilli(millis)).setInputPerMTok(price).build();
  }
}
