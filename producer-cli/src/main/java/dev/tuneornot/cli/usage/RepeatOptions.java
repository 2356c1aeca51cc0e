package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.input.DurationConverter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an import keeps running. */
final class RepeatOptions {

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "Keep running: import every so often (15m, 1h, 1d), and send what is other than in the"
              + " topic. Where something cannot be read nothing is sent, and it is tried again soon,"
              + " then less and less often.")
  private @Nullable Duration every;

  Optional<Duration> every() {
    return Optional.ofNullable(every);
  }
}
