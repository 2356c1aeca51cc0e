package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumbersTest {

  @ParameterizedTest(name = "{0}: ceil {1}, floor {2}")
  @CsvSource({
    "0,                      0,       0",
    "1,                      1,       1",
    "1.5,                    2,       1",
    "-1.5,                  -1,      -2",
    "1e-12,                  1,       0",
    "0.9999999999,           1,       1",
    "1.0000000009,           1,       1",
    "1.0000000011,           2,       1",
    "0.9999999989,           1,       0",
    "17647.0588,             17648,   17647",
    "93750.00000000001,      93750,   93750",
    "93749.99999999999,      93750,   93750",
    "999999.9991,            1000000, 1000000",
    "999999.9989,            1000000, 999999",
    "1000000.0009,           1000000, 1000000",
    "1000000.0011,           1000001, 1000000",
    "1000000000000.0009,     1000000000000, 1000000000000",
    "1000000000000.002,      1000000000001, 1000000000000",
    "999999999999.9991,      1000000000000, 1000000000000",
    "999999999999.998,       1000000000000, 999999999999",
    "-0.0,                   0,       0",
  })
  void shouldForgiveTheNoiseOfDoubles(double x, long ceil, long floor) {
    assertThat(WholeNumbers.ceil(x)).isEqualTo(ceil);
    assertThat(WholeNumbers.floor(x)).isEqualTo(floor);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "9.3e18,                   9223372036854775807",
    "1e300,                    9223372036854775807",
    "Infinity,                 9223372036854775807",
    "-1e300,                  -9223372036854775808",
  })
  void shouldSaturate(double x, long expected) {
    assertThat(WholeNumbers.ceil(x)).isEqualTo(expected);
    assertThat(WholeNumbers.floor(x)).isEqualTo(expected);
  }
}
