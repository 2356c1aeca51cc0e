package dev.tuneornot.cli.records;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether to wait for the streams app. */
public final class WaitOptions {

  @Option(
      names = "--wait",
      description = "Wait for every answer, then print them in the order sent.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "With --wait: give up when no answer came for this long (default: ${DEFAULT-VALUE}).")
  private int timeoutSeconds;

  public boolean wanted() {
    return wait;
  }

  public Duration patience() {
    return Duration.ofSeconds(timeoutSeconds);
  }
}
