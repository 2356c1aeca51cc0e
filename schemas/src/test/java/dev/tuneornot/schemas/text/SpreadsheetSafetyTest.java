package dev.tuneornot.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetSafetyTest {

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "=1+1",
        "+1-1",
        "-1+1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "-",
        "=",
        "-1;-2",
        "+49 89 1234"
      })
  void shouldNeutraliseWhatASpreadsheetWouldRun(String cell) {
    assertThat(SpreadsheetSafety.neutralise(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "text", "a=b", "-1", "-12.5", "-1.0E-5", "+3", "1,5", "'x"})
  void shouldLeaveNumbersAndOtherTextAlone(String cell) {
    assertThat(SpreadsheetSafety.neutralise(cell)).isEqualTo(cell);
  }
}
