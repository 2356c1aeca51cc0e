package dev.tuneornot.cli.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.cli.pricing.ImportStatus.SourceState;
import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.confluent.http.Listening;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves health and metrics of an import that keeps running. */
final class StatusServer implements AutoCloseable {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int THREADS = 8;
  private static final int MOST_CONNECTIONS = 50;
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BoundedServer server;
  private final PrometheusMeterRegistry metrics;

  private StatusServer(BoundedServer server, PrometheusMeterRegistry metrics) {
    this.server = server;
    this.metrics = metrics;
  }

  /**
   * Listens.
   *
   * @param port 0: any free one
   * @throws IOException where the address cannot be listened on
   */
  static StatusServer start(
      String host, int port, List<String> names, ImportStatus status, Clock clock)
      throws IOException {
    PrometheusMeterRegistry metrics = metrics(status);
    Listening listening =
        new Listening(
            "tune-or-not-prices",
            host,
            port,
            THREADS,
            MOST_CONNECTIONS,
            IDLE,
            Listening.READING,
            names,
            null);
    BoundedServer server =
        BoundedServer.start(
            listening,
            config -> {
              BoundedServer.get(
                  config, "/health/live", context -> answer(context, status, clock, true));
              BoundedServer.get(
                  config, "/health/ready", context -> answer(context, status, clock, false));
              BoundedServer.get(
                  config,
                  "/metrics",
                  context -> context.contentType(PROMETHEUS_TEXT).result(metrics.scrape()));
            });
    return new StatusServer(server, metrics);
  }

  private static void answer(Context context, ImportStatus status, Clock clock, boolean live) {
    String reason = status.reason(clock.instant());
    boolean good = live || reason.isEmpty();
    ObjectNode body = JSON.createObjectNode();
    body.put("live", true).put("ready", reason.isEmpty()).put("reason", reason);
    ObjectNode sources = body.putObject("sources");
    status
        .sources()
        .forEach(
            (name, state) ->
                sources
                    .putObject(name)
                    .put("lastRead", text(state.lastRead()))
                    .put("models", state.models())
                    .put("failures", state.failures())
                    .put("error", state.error()));
    context.status(good ? 200 : 503).contentType("application/json").result(body + "\n");
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static PrometheusMeterRegistry metrics(ImportStatus status) {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    for (String name : status.sources().keySet()) {
      Gauge.builder(
              "tuneornot.prices.source.up", status, it -> state(it, name).failures() == 0 ? 1 : 0)
          .description("Whether the source could be read the last time")
          .tag("source", name)
          .register(metrics);
      Gauge.builder(
              "tuneornot.prices.source.read.timestamp",
              status,
              it -> seconds(state(it, name).lastRead()))
          .description("When the source was read last")
          .baseUnit("seconds")
          .tag("source", name)
          .register(metrics);
      Gauge.builder("tuneornot.prices.source.models", status, it -> state(it, name).models())
          .description("Models that the source prices")
          .tag("source", name)
          .register(metrics);
      FunctionCounter.builder(
              "tuneornot.prices.source.failures", status, it -> state(it, name).failed())
          .description("How often the source could not be read")
          .tag("source", name)
          .register(metrics);
    }
    FunctionCounter.builder("tuneornot.prices.sent", status, ImportStatus::sent)
        .description("Prices that were sent")
        .register(metrics);
    FunctionCounter.builder("tuneornot.prices.rounds", status, ImportStatus::rounds)
        .description("Comparisons of the sources with the topic")
        .register(metrics);
    FunctionCounter.builder("tuneornot.prices.rounds.failed", status, ImportStatus::failedRounds)
        .description("Comparisons that failed for Kafka or the registry")
        .register(metrics);
    Gauge.builder("tuneornot.prices.round.timestamp", status, it -> seconds(it.lastRound()))
        .description("When the sources were last compared with the topic")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("tuneornot.prices.findings", status, ImportStatus::findings)
        .description("Findings of the last comparison")
        .register(metrics);
    Gauge.builder("tuneornot.prices.blocked", status, it -> it.isBlocked() ? 1 : 0)
        .description("Whether nothing is sent for want of --force")
        .register(metrics);
    return metrics;
  }

  private static SourceState state(ImportStatus status, String name) {
    Map<String, SourceState> sources = status.sources();
    return sources.getOrDefault(name, new SourceState(null, 0, 0, 0, ""));
  }

  private static double seconds(@Nullable Instant instant) {
    return instant == null ? 0 : instant.getEpochSecond();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    metrics.close();
  }
}
