package dev.tuneornot.schemas.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "1.0, 1",
    "5e2, 500",
    "5E+2, 500",
    "500e-2, 5",
    "1.50e1, 15",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "0e-999999999, 0",
    "9.223372036854775807e18, 9223372036854775807"
  })
  void shouldReadAWholeNumberHoweverWritten(String text, long value) {
    assertThat(NumberText.toLong(text)).isEqualTo(value);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "0.5",
        "1e-1",
        "9223372036854775808",
        "1e19",
        "1e999999999",
        "1e-999999999",
        "1e99999999999",
        "",
        "-",
        "+1",
        ".5",
        "5.",
        "1e",
        "1e+",
        "0x10",
        "1L",
        "1_000",
        "1,000",
        " 1",
        "NaN",
        "Infinity",
        "١",
        "1.0.0",
        "--1",
        "1e1e1"
      })
  void shouldRefuseWhatIsNoWholeNumber(String text) {
    assertThat(NumberText.toLong(text)).isNull();
  }

  @Test
  void shouldHoldIntsToTheirRange() {
    assertThat(NumberText.toInt("2147483647")).isEqualTo(Integer.MAX_VALUE);
    assertThat(NumberText.toInt("-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(NumberText.toInt("2147483648")).isNull();
    assertThat(NumberText.toInt("-2147483649")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0.0", "-0.0, -0.0", "1e-9, 1.0E-9", "1.7976931348623157e308, 1.7976931348623157E308",
    "4.9e-324, 4.9E-324", "1e-400, 0.0", "0.1, 0.1",
        "123456789012345678901234567890, 1.2345678901234568E29"
  })
  void shouldReadADoubleAsJavaDoes(String text, String value) {
    assertThat(NumberText.toDouble(text)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"1e400", "-1e400", "NaN", "Infinity", "-Infinity", "0x1p3", "1d", "1f", "", "1 "})
  void shouldRefuseWhatIsNoFiniteNumber(String text) {
    assertThat(NumberText.toDouble(text)).isNull();
  }

  @Test
  void shouldReadADecimalInItsScale() {
    assertThat(NumberText.toDecimal("12.5", 38, 6)).isEqualTo(new BigDecimal("12.500000"));
    assertThat(NumberText.toDecimal("-1e3", 38, 6)).isEqualTo(new BigDecimal("-1000.000000"));
    assertThat(NumberText.toDecimal("1.50000000", 38, 6)).isEqualTo(new BigDecimal("1.500000"));
    assertThat(NumberText.toDecimal("0e99", 38, 6)).isEqualTo(new BigDecimal("0.000000"));
    assertThat(NumberText.toDecimal("9".repeat(32) + ".999999", 38, 6))
        .isEqualTo(new BigDecimal("9".repeat(32) + ".999999"));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"0.0000001", "1e32", "100000000000000000000000000000000", "1e999999999", "x"})
  void shouldRefuseADecimalThatItsDigitsCannotHold(String text) {
    assertThat(NumberText.toDecimal(text, 38, 6)).isNull();
  }

  @Test
  void shouldRefuseToWorkOnEndlessDigits() {
    assertThat(NumberText.toLong("1." + "0".repeat(1_000_000))).isNull();
    assertThat(NumberText.toDouble("1." + "0".repeat(1_000_000))).isEqualTo(1.0);
  }
}
