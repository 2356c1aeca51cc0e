package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UntilStopped;
import dev.tuneornot.cli.fetch.Download;
import dev.tuneornot.cli.input.DurationConverter;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How an import keeps running. */
final class RepeatOptions {

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      required = true,
      converter = DurationConverter.class,
      description =
          "Keep running: look at the sources every so often (30s, 15m, 1h, 1d), and send what"
              + " changed. A source that is unreachable or broken changes nothing, and is asked"
              + " again soon, then less and less often.")
  private Duration every = Duration.ofHours(1);

  @Option(
      names = "--http-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where /health/live, /health/ready and /metrics are (${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8070",
      description = "The port for them (${DEFAULT-VALUE}); 0: any free one, which is said.")
  private int port = 8070;

  @Option(
      names = "--http-name",
      paramLabel = "NAME",
      description = "A name that requests may be addressed to besides localhost and addresses.")
  private List<String> httpNames = new ArrayList<>();

  /** Runs until it is stopped. */
  int run(
      SourceOptions sources,
      StoredPrices prices,
      boolean force,
      ReviewSettings review,
      OutputOptions output,
      Surroundings surroundings) {
    Repetition repetition =
        new Repetition(
            sources, prices, Download.create(), every, force, review, output, surroundings);
    try (StatusServer server =
        StatusServer.start(host, port, httpNames, repetition.status(), surroundings.clock())) {
      surroundings.say("Health and metrics on http://%s:%d".formatted(host, server.port()));
      return UntilStopped.run(repetition::run);
    } catch (IOException taken) {
      throw new OperationFailure(
          "%s:%d cannot be listened on (--http-host, --http-port): %s"
              .formatted(host, port, taken.getMessage()),
          taken);
    }
  }
}
