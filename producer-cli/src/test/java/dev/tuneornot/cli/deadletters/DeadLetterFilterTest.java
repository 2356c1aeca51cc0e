package dev.tuneornot.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DeadLetterFilterTest {

  @Command
  private static final class Filtering {
    @Mixin private DeadLetterFilter filter = new DeadLetterFilter();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "|true",
        "--reason UNDECODABLE|true",
        "--reason undecodable|true",
        "--reason INVALID_RECORD|false",
        "--reason INVALID_RECORD --reason UNDECODABLE|true",
        "--key p-1|true",
        "--key p-2|false",
        "--topic proposals|true",
        "--topic pricing|false",
        "--key p-1 --reason INVALID_RECORD|false"
      })
  void shouldWantOneValueOfEachOption(String options, boolean expected) {
    Filtering command = new Filtering();
    String[] words = options == null ? new String[0] : options.split(" ", -1);

    new CommandLine(command).parseArgs(words);

    DeadLetter letter =
        new DeadLetter(0, 0, "p-1", "UNDECODABLE", "", "proposals", "proposals-0@1", "", 3);
    assertThat(command.filter.test(letter)).isEqualTo(expected);
  }
}
