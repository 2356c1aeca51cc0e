package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people run themselves has to run in the bash that macOS has, 3.2. */
class ScriptsTest {
  /** Under {@code set -u} an empty array is unbound before bash 4.4. */
  private static final Pattern BARE_ARRAY = Pattern.compile("(?<!\\+)\"\\$\\{\\w+\\[@]}\"");

  private static final Pattern LATER =
      Pattern.compile(
          "\\b(?:mapfile|readarray|coproc)\\b|declare -[Ag]|\\$\\{\\w+(?:,|\\^)|&>>|;;?&|wait -n");

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "deploy/reset"})
  void shouldRunInBash32(String script) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..").resolve(script));

    assertThat(lines.get(0)).isEqualTo("#!/usr/bin/env bash");
    assertThat(lines)
        .filteredOn(line -> BARE_ARRAY.matcher(line).find() || LATER.matcher(line).find())
        .isEmpty();
  }
}
