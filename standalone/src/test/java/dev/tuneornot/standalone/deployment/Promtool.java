package dev.tuneornot.standalone.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prometheus' own checker. As a condition it skips where there is none, and says so on the console:
 * Surefire counts, and leaves the reason to its report files.
 */
final class Promtool implements ExecutionCondition {
  private static final String NAME = "promtool";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (program().isPresent()) {
      return ConditionEvaluationResult.enabled(NAME + " is there");
    }
    String missing = "no " + NAME + " on the path (Debian: apt-get install prometheus)";
    System.out.println("Skipped " + context.getDisplayName() + ": " + missing);
    return ConditionEvaluationResult.disabled(missing);
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What it said where it was not content, else empty. */
  static Optional<String> complaint(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? Optional.empty() : Optional.of(output);
  }
}
