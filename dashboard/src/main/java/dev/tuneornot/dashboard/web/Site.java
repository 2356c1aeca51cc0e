package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.sql.Database;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;

/** Everything that can be asked for. */
public final class Site {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Routes routes = new Routes();

  /**
   * An answer to a probe.
   *
   * @param json the body
   */
  public record Probe(boolean good, String json) {}

  public Site(Database database, EventHub events, PrometheusMeterRegistry meters) {
    Assets assets = Assets.load();
    routes
        .exact("/", (request, rest) -> assets.start(request))
        .below("/assets/", assets::answer)
        .exact("/metrics", (request, rest) -> metrics(meters));
    new Api(database, events, Clock.systemUTC()).addTo(routes);
  }

  /** Adds an answer to a probe. */
  public Site probe(String path, Supplier<Probe> state) {
    routes.exact(path, (request, rest) -> answer(state.get()));
    return this;
  }

  private static Answer answer(Probe probe) {
    return Answer.json(probe.good() ? 200 : 503, probe.json().getBytes(UTF_8));
  }

  private static Answer metrics(PrometheusMeterRegistry meters) {
    return (request, response, callback) -> {
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      Answer.write(response, callback, 200, PROMETHEUS, meters.scrape().getBytes(UTF_8));
    };
  }

  Routes routes() {
    return routes;
  }
}
