package dev.tuneornot.dashboard.web;

import dev.tuneornot.confluent.http.BoundedServer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;

/**
 * Something that can be asked for: how it is described, and how it is answered.
 *
 * @param path with what varies in angle brackets: it may hold slashes
 * @param answers the schema of the answer, as OpenAPI writes it
 */
record Endpoint(
    String path,
    String summary,
    List<Parameter<?>> parameters,
    Map<String, Object> answers,
    Answering answering) {

  /** Answers a request whose parameters are known ones. */
  interface Answering {
    void answer(Context context, Parameters parameters) throws Exception;
  }

  void addTo(JavalinConfig config, MeterRegistry meters) {
    Timer timer =
        Timer.builder("tuneornot.http.requests")
            .description("Requests, up to the first byte of the answer")
            .tag("route", template())
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    BoundedServer.get(
        config,
        path,
        context -> {
          Timer.Sample sample = Timer.start(meters);
          try {
            context.header("Cache-Control", "no-store");
            answering.answer(context, Parameters.of(context.queryString(), parameters));
          } finally {
            sample.stop(timer);
          }
        });
  }

  /** The path with braces for what varies. */
  String template() {
    return path.replace('<', '{').replace('>', '}');
  }
}
