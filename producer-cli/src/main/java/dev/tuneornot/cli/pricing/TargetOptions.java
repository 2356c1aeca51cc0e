package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the sources are compared with, and where the result goes. */
final class TargetOptions {

  @Option(names = "--dry-run", description = "Report and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = {
        "Write all prices as they are to be, as JSON Lines, for evaluate, what-if or pricing send;"
            + " send nothing.",
        "An existing file is replaced."
      })
  private @Nullable Path to;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Compare with the prices of a file instead of the topic, without Kafka.")
  private @Nullable InputFile against;

  @Option(
      names = "--offline",
      description = "Compare with nothing, without Kafka: every model is new.")
  private boolean offline;

  /**
   * Refuses what cannot be combined.
   *
   * @throws UsageFailure if the result would go nowhere, or it is not clear what to compare with
   */
  void check() {
    if (offline && against != null) {
      throw new UsageFailure("--offline compares with nothing, so --against cannot be given");
    }
    if (!needsKafka() && !dryRun && to == null) {
      throw new UsageFailure("Without Kafka give --dry-run, or --to FILE for the result");
    }
  }

  boolean needsKafka() {
    return !offline && against == null;
  }

  boolean sends() {
    return !dryRun && to == null;
  }

  /** Empty where nothing is to be written. */
  Optional<Path> file() {
    return dryRun ? Optional.empty() : Optional.ofNullable(to);
  }

  Optional<InputFile> against() {
    return Optional.ofNullable(against);
  }
}
