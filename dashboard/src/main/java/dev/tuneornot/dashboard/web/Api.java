package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.json.Bodies;
import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.query.Details;
import dev.tuneornot.dashboard.query.Facets;
import dev.tuneornot.dashboard.query.Impacts;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.dashboard.query.Prices;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.VerdictChanges;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.ImpactState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/** The endpoints of the API, as docs/dashboard.md describes them. */
final class Api {
  private static final Set<String> NONE = Set.of();
  private static final int DEEPEST = 1_000_000;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Portfolios portfolios;
  private final Recommendations recommendations;
  private final Details details;
  private final VerdictChanges verdictChanges;
  private final Prices prices;
  private final Impacts impacts;
  private final Facets facets;
  private final Export export;
  private final EventHub events;
  private final Clock clock;

  Api(Database database, EventHub events, Clock clock) {
    this.portfolios = new Portfolios(database);
    this.recommendations = new Recommendations(database);
    this.details = new Details(database);
    this.verdictChanges = new VerdictChanges(database);
    this.prices = new Prices(database);
    this.impacts = new Impacts(database);
    this.facets = new Facets(database);
    this.export = new Export(recommendations);
    this.events = events;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .exact("/api/portfolios", this::portfolios)
        .exact("/api/recommendations", this::page)
        .exact("/api/recommendations/export", this::export)
        .below("/api/recommendations/", this::recommendation)
        .exact("/api/scatter", this::scatter)
        .exact("/api/verdict-changes", this::verdictChanges)
        .exact("/api/prices", this::prices)
        .below("/api/prices/", this::price)
        .exact("/api/price-impacts", this::impacts)
        .exact("/api/facets", this::facets)
        .exact("/api/events", this::events);
  }

  private Answer portfolios(Request request, String rest) throws SQLException {
    Parameters.of(request, NONE);
    return Answer.json(Bodies.overview(portfolios.overview()));
  }

  private Answer page(Request request, String rest) throws SQLException {
    Parameters parameters = Parameters.of(request, Parameters.filterAnd("sort", "limit", "offset"));
    return Answer.json(
        Bodies.page(
            recommendations.page(
                parameters.filter(),
                parameters.sort(),
                parameters.whole("limit", 1, 200, 50),
                parameters.whole("offset", 0, DEEPEST, 0))));
  }

  private Answer export(Request request, String rest) {
    Parameters parameters = Parameters.of(request, Parameters.filterAnd("sort", "format"));
    String name = parameters.text("format");
    Export.Format format =
        Arrays.stream(Export.Format.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst()
            .orElseThrow(() -> HttpException.badParameter("format", name, "csv, json or jsonl"));
    return export.answer(parameters.filter(), parameters.sort(), format);
  }

  private Answer recommendation(Request request, String proposalId) throws SQLException {
    Parameters.of(request, NONE);
    return details
        .of(proposalId)
        .map(found -> Answer.json(Bodies.recommendation(found)))
        .orElseThrow(() -> new HttpException(404, "there is no such recommendation"));
  }

  private Answer scatter(Request request, String rest) throws SQLException {
    Parameters parameters = Parameters.of(request, Parameters.filterAnd("limit"));
    return Answer.json(
        Bodies.page(
            recommendations.scatter(
                parameters.filter(), parameters.whole("limit", 1, 5_000, 2_000))));
  }

  private Answer verdictChanges(Request request, String rest) throws SQLException {
    Parameters parameters = Parameters.of(request, Set.of("since", "portfolio", "limit"));
    return Answer.json(
        Bodies.page(
            verdictChanges.since(
                parameters.instant("since", clock.instant().minus(WEEK)),
                parameters.texts("portfolio"),
                parameters.whole("limit", 1, 500, 100))));
  }

  private Answer prices(Request request, String rest) throws SQLException {
    Parameters parameters = Parameters.of(request, Set.of("q", "limit", "offset"));
    return Answer.json(
        Bodies.prices(
            prices.containing(
                parameters.text("q"),
                parameters.whole("limit", 1, 500, 200),
                parameters.whole("offset", 0, DEEPEST, 0)),
            clock.instant()));
  }

  private Answer price(Request request, String modelId) throws SQLException {
    Parameters.of(request, NONE);
    return prices
        .document(modelId)
        .map(document -> Answer.json(Json.bytes(out -> out.writeRawValue(document))))
        .orElseThrow(() -> new HttpException(404, "there is no price of such a model"));
  }

  private Answer impacts(Request request, String rest) throws SQLException {
    Parameters parameters = Parameters.of(request, Set.of("state", "limit"));
    return Answer.json(
        Bodies.impacts(
            impacts.newest(
                parameters.symbols("state", ImpactState.class),
                parameters.whole("limit", 1, 500, 100))));
  }

  private Answer facets(Request request, String rest) throws SQLException {
    Parameters.of(request, NONE);
    return Answer.json(Bodies.facets(facets.values()));
  }

  private Answer events(Request request, String rest) {
    Parameters.of(request, NONE);
    return (asked, response, callback) -> {
      if (!events.open(asked, response, callback)) {
        Answer.json(503, Json.error("as many browsers are being told as may be"))
            .send(asked, response, callback);
      }
    };
  }
}
