package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A violation")
class ViolationTest {

  @Test
  void shouldSayFieldValueAndBound() {
    assertThat(new Violation("workload.cachedShare", "1.5", "0..1"))
        .hasToString("workload.cachedShare = 1.5: must be 0..1");
  }

  @Test
  void shouldLeaveOutAValueThatThereIsNot() {
    assertThat(new Violation("proposalId", null, Violation.REQUIRED))
        .hasToString("proposalId: must be given");
  }

  @Test
  void shouldCallAFieldUnknown() {
    assertThat(new Violation("workload.foo", "1", Violation.UNKNOWN_FIELD))
        .hasToString("workload.foo = 1: unknown field");
  }

  @Test
  void shouldNameTheRecordWhereNoFieldIsMeant() {
    assertThat(new Violation("", null, "valid JSON")).hasToString("record: must be valid JSON");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "line feed, 000a, \\n",
    "escape, 001b, \\u001b",
    "delete, 007f, \\u007f",
    "right-to-left override, 202e, \\u202e",
    "line separator, 2028, \\u2028",
    "unpaired surrogate, d800, \\ud800",
  })
  void shouldEscapeWhatATerminalWouldObey(String name, String codeUnit, String shown) {
    String character = Character.toString((char) Integer.parseInt(codeUnit, 16));

    Violation violation = new Violation(character, "a" + character + "b", character);

    assertThat(violation).isEqualTo(new Violation(shown, "a" + shown + "b", shown));
  }

  @Test
  void shouldKeepOrdinaryTextOfAnyScript() {
    assertThat(new Violation("f", "研发 \"é\" 🙂", "b").value()).isEqualTo("研发 \"é\" 🙂");
  }

  @Test
  void shouldKeepAValueOf80CharactersAndShortenALongerOne() {
    assertThat(new Violation("f", "é".repeat(80), "b").value()).isEqualTo("é".repeat(80));
    assertThat(new Violation("f", "é".repeat(81), "b").value()).isEqualTo("é".repeat(79) + "…");
    assertThat(new Violation("f", "🙂".repeat(81), "b").value()).isEqualTo("🙂".repeat(79) + "…");
  }

  @Test
  void shouldNotChangeWhatHasBeenMadeFitAlready() {
    Violation once = new Violation("\u0001".repeat(300), "\n".repeat(100), "x".repeat(500));

    assertThat(new Violation(once.field(), once.value(), once.bound())).isEqualTo(once);
  }
}
