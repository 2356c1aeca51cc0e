package dev.tuneornot.dashboard.web;

import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.sql.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that can be asked for: the page, the API, the probes. */
public final class Site {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Assets assets = Assets.load();
  private final Api api;
  private final PrometheusMeterRegistry meters;
  private final Map<String, Supplier<Probe>> probes = new LinkedHashMap<>();

  /**
   * An answer to a probe.
   *
   * @param body becomes JSON
   */
  public record Probe(boolean good, Object body) {}

  public Site(Database database, EventHub events, PrometheusMeterRegistry meters) {
    this.api = new Api(database, events, Clock.systemUTC());
    this.meters = meters;
  }

  /** Adds an answer to a probe. */
  public Site probe(String path, Supplier<Probe> state) {
    probes.put(path, state);
    return this;
  }

  void addTo(JavalinConfig config) {
    config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
    config.routes.exception(SQLException.class, Site::failed);
    BoundedServer.get(config, "/", context -> assets.answer(context, Assets.START));
    BoundedServer.get(
        config, "/assets/<name>", context -> assets.answer(context, context.pathParam("name")));
    BoundedServer.get(config, "/metrics", this::metrics);
    probes.forEach(
        (path, state) -> BoundedServer.get(config, path, context -> answer(context, state.get())));
    api.endpoints().forEach(endpoint -> endpoint.addTo(config, meters));
  }

  private void metrics(Context context) {
    context.header("Cache-Control", "no-store").contentType(PROMETHEUS).result(meters.scrape());
  }

  private static void answer(Context context, Probe probe) {
    context.header("Cache-Control", "no-store").status(probe.good() ? 200 : 503);
    context.json(probe.body());
  }

  private static void failed(SQLException failure, Context context) {
    LOG.warn("{}: {}", context.path(), failure.getMessage());
    BoundedServer.answer(context, 503, "the database does not answer");
  }
}
