package dev.tuneornot.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberConvertersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "portfolio rank --budget 15.000    | '15.000' may be 15000 or 15; write 15000, or 15.0",
        "portfolio rank --budget 15,000    | '15,000' may be 15000 or 15; write 15000, or 15.0",
        "portfolio rank --budget 1.500.000 | '1.500.000' may be 1500000 or no number; write 1500000",
        "portfolio rank --budget 12,5      | '12,5' has a comma; write 12.5",
        "portfolio rank --budget much      | 'much' must be a number",
        "generate --proposals 1.000        | '1.000' must be a whole number without separators",
        "what-if --max-flips 1,000         | '1,000' must be a whole number without separators",
      })
  void shouldRefuseNumbersThatCanBeReadInTwoWays(String command, String words) {
    Shell.Result result = Shell.plain().run((Object[]) command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(words.replaceAll("^'|'$", "'"));
  }

  @ParameterizedTest
  @CsvSource({"15000", "15.0", "0.125", "1e3"})
  void shouldTakeNumbersThatCannot(String budget) {
    Shell.Result result = Shell.plain().run("portfolio", "rank", "--budget", budget);

    assertThat(result.err()).contains("Do not know which");
  }
}
