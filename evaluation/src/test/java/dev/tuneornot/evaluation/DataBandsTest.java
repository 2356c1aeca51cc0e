package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.DataBand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataBandsTest {

  @ParameterizedTest(name = "{0} examples: {1}, {2} missing")
  @CsvSource({
    "0,          BELOW_MINIMUM, 50",
    "49,         BELOW_MINIMUM, 1",
    "50,         MINIMUM,       0",
    "499,        MINIMUM,       0",
    "500,        GOOD,          0",
    "4999,       GOOD,          0",
    "5000,       GREAT,         0",
    "2147483647, GREAT,         0",
  })
  void shouldBandTheExamples(int examples, DataBand band, int missing) {
    assertThat(DataBands.of(examples, POLICY)).isEqualTo(band);
    assertThat(DataBands.missingExamples(examples, POLICY)).isEqualTo(missing);
  }
}
