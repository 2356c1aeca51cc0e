package dev.tuneornot.standalone.page;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says on the console why it skips: Failsafe counts, and leaves the reason to its report files. */
final class ChromiumCondition implements ExecutionCondition {

  /** Debian's; {@code -Dchromium=PATH} names another. */
  static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(CHROMIUM)) {
      return ConditionEvaluationResult.enabled(CHROMIUM + " is there");
    }
    String missing = "no Chromium at " + CHROMIUM + " (Debian: apt-get install chromium)";
    System.out.println("Skipped " + context.getDisplayName() + ": " + missing);
    return ConditionEvaluationResult.disabled(missing);
  }
}
