package dev.tuneornot.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class InstantConverterTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-22T00:00:00Z, 2026-11-22T00:00:00Z",
    "2026-11-22T01:00:00+01:00, 2026-11-22T00:00:00Z",
    "2026-11-22T00:00:00.125Z, 2026-11-22T00:00:00.125Z",
    "2026-11-22, 2026-11-22T00:00:00Z"
  })
  void shouldReadInstants(String text, Instant expected) {
    assertThat(new InstantConverter().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "now",
        "",
        "2026-11-22T00:00:00",
        "2026-13-01",
        "2026-11-22T00:00:00.0001Z",
        "+10000-01-01T00:00:00Z"
      })
  void shouldRefuseWhatIsNoInstantOfWholeMilliseconds(String text) {
    assertThatThrownBy(() -> new InstantConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("such as 2026-11-22T00:00:00Z");
  }
}
