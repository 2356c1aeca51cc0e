package dev.tuneornot.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's commands work on the examples, and print what it shows. */
class UsageGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "usage.md");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  static Stream<String> commands() throws IOException {
    String unbroken = Files.readString(GUIDE).replaceAll("\\\\\\n\\s+", "");
    return unbroken
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("./tune-or-not usage import"))
        .filter(line -> line.contains("examples/usage/"))
        .map(line -> line.replace("./tune-or-not ", ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldWorkAsItSays(String command) {
    Result result = run(command);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains(" measured, 0 with traffic that is not their usage");
  }

  @Test
  void shouldShowWhatIsPrinted() throws IOException {
    String first = commands().findFirst().orElseThrow();

    Result result = run(first);

    assertThat(commands()).hasSize(7);
    assertThat(Files.readString(GUIDE)).contains(indented(result.out()));
    String summary =
        result.err().lines().filter(line -> !line.contains("rows read in")).toList().stream()
            .reduce("", (one, line) -> one + line + "\n");
    assertThat(Files.readString(GUIDE)).contains(indented(summary));
  }

  private static Result run(String command) {
    List<Object> words = new ArrayList<>();
    WORD.matcher(command)
        .results()
        .forEach(
            word -> {
              String text = word.group(1) == null ? word.group(2) : word.group(1);
              words.add(text.startsWith("examples/") ? "../" + text : text);
            });
    return Shell.plain().run(words.toArray());
  }

  private static String indented(String text) {
    StringBuilder indented = new StringBuilder();
    text.lines().forEach(line -> indented.append(line.isEmpty() ? "\n" : "    " + line + "\n"));
    return indented.toString();
  }
}
