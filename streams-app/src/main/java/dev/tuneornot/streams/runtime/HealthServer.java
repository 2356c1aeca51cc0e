package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.confluent.http.Listening;
import dev.tuneornot.confluent.program.StartupException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. Whoever is slow, says
 * too much or stays on is cut off: a probe that gets no answer has the application killed.
 */
final class HealthServer implements AutoCloseable {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int THREADS = 8;
  private static final int MOST_CONNECTIONS = 200;

  /** How long a connection may say nothing. */
  static final Duration IDLE = Duration.ofSeconds(5);

  private final BoundedServer server;

  /**
   * @param port 0: any free one
   * @param idle how long a connection may say nothing
   * @param names that requests may be addressed to besides {@code localhost} and addresses
   * @throws StartupException where the address cannot be listened on
   */
  HealthServer(
      String host,
      int port,
      Duration idle,
      List<String> names,
      Supplier<Health> health,
      Supplier<String> metrics) {
    Listening listening =
        new Listening(
            "tune-or-not-health",
            host,
            port,
            THREADS,
            MOST_CONNECTIONS,
            idle,
            Listening.READING,
            names,
            null);
    try {
      server = BoundedServer.start(listening, config -> addTo(config, health, metrics));
    } catch (IOException e) {
      throw new StartupException(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " for /health (tuneornot.http.host, tuneornot.http.port): "
              + e.getMessage(),
          e);
    }
  }

  private static void addTo(
      JavalinConfig config, Supplier<Health> health, Supplier<String> metrics) {
    BoundedServer.get(
        config, "/health/live", context -> answer(context, health.get(), Health::live));
    BoundedServer.get(
        config, "/health/ready", context -> answer(context, health.get(), Health::ready));
    BoundedServer.get(
        config, "/metrics", context -> context.contentType(PROMETHEUS_TEXT).result(metrics.get()));
  }

  private static void answer(Context context, Health health, Predicate<Health> good) {
    context.status(good.test(health) ? 200 : 503);
    context.contentType("application/json").result(health.toJson() + "\n");
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
