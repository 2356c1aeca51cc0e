package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateDatesTest {

  /** In days from now. */
  @ParameterizedTest(name = "closes {0}, retires {1}, tuned ones {2}")
  @CsvSource({
    ", , , , ",
    "10, , , , 10",
    ", 20, , 20, ", // tuned models retire with it, and until then it takes jobs
    "10, 20, , 20, 10",
    ", 20, 30, 30, 20", // with dates of their own, tuning ends with the model
    "10, 20, 30, 30, 10",
    "25, 20, 30, 30, 25", // later than the retirement, where that is said
    ", , 30, 30, "
  })
  void shouldTellWhenTuningClosesAndTunedModelsRetire(
      @Nullable Integer closes,
      @Nullable Integer retires,
      @Nullable Integer tunedRetires,
      @Nullable Integer retiredFrom,
      @Nullable Integer closedFrom) {
    ModelPricing pricing =
        Given.pricing()
            .setTuningClosesAt(instant(closes))
            .setRetiresAt(instant(retires))
            .setTunedRetiresAt(instant(tunedRetires))
            .build();

    assertThat(CandidateDates.retirement(pricing).orElse(null)).isEqualTo(instant(retiredFrom));
    assertThat(CandidateDates.closing(pricing).orElse(null)).isEqualTo(instant(closedFrom));
  }

  @Test
  void shouldKnowNoDateOfAnUnknownModel() {
    assertThat(CandidateDates.retirement(null)).isEmpty();
    assertThat(CandidateDates.closing(null)).isEmpty();
  }

  private static @Nullable Instant instant(@Nullable Integer days) {
    return days == null ? null : days(days);
  }
}
