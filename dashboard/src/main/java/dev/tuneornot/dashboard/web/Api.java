package dev.tuneornot.dashboard.web;

import static dev.tuneornot.dashboard.web.FilterParameters.SORT;
import static dev.tuneornot.dashboard.web.FilterParameters.filter;
import static dev.tuneornot.dashboard.web.FilterParameters.filterAnd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.projection.HistoryKind;
import dev.tuneornot.dashboard.query.Changes;
import dev.tuneornot.dashboard.query.Details;
import dev.tuneornot.dashboard.query.Facets;
import dev.tuneornot.dashboard.query.Impacts;
import dev.tuneornot.dashboard.query.MeasuredVolumes;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.dashboard.query.Prices;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Reviews;
import dev.tuneornot.dashboard.query.Upcoming;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.explanation.Explainer;
import dev.tuneornot.portfolio.explanation.Explanation;
import dev.tuneornot.portfolio.figures.Figures;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoints of the API: each is described and answered here. */
final class Api {
  private static final Parameter<Integer> OFFSET =
      Parameter.whole("offset", "entries to skip", 0, 1_000_000, 0);
  private static final Parameter<Integer> DEPENDANTS =
      Parameter.whole(
          "minDependants", "only what concerns at least so many proposals", 0, 1_000_000_000, 0);
  private static final Parameter<List<String>> PORTFOLIO =
      Parameter.texts("portfolio", "only these portfolios");
  private static final Parameter<List<String>> PROPOSAL =
      Parameter.texts("proposal", "only these proposals, by id");

  private final Portfolios portfolios;
  private final Recommendations recommendations;
  private final Details details;
  private final Changes changes;
  private final MeasuredVolumes usage;
  private final Prices prices;
  private final Upcoming upcoming;
  private final Reviews reviews;
  private final Impacts impacts;
  private final Facets facets;
  private final Export export;
  private final EventHub events;
  private final Clock clock;

  Api(Database database, EventHub events, Clock clock) {
    this.portfolios = new Portfolios(database);
    this.recommendations = new Recommendations(database);
    this.details = new Details(database);
    this.changes = new Changes(database);
    this.usage = new MeasuredVolumes(database);
    this.prices = new Prices(database);
    this.upcoming = new Upcoming(database);
    this.reviews = new Reviews(database);
    this.impacts = new Impacts(database);
    this.facets = new Facets(database);
    this.export = new Export(recommendations);
    this.events = events;
    this.clock = clock;
  }

  /** In the order in which they are matched. */
  List<Endpoint> endpoints() {
    List<Endpoint> described =
        List.of(
            portfolios(),
            page(),
            export(),
            recommendation(),
            scatter(),
            changes(),
            usage(),
            prices(),
            price(),
            upcoming(),
            reviews(),
            impacts(),
            facets(),
            events());
    Map<String, Object> description = OpenApi.of(described);
    Endpoint self =
        endpoint(
            "/api/openapi.json",
            "This description.",
            List.of(),
            JsonSchemas.ordered("type", "object"),
            (context, parameters) -> context.json(description));
    return Stream.concat(described.stream(), Stream.of(self)).toList();
  }

  private static Endpoint endpoint(
      String path,
      String summary,
      List<Parameter<?>> parameters,
      Map<String, Object> answers,
      Endpoint.Answering answering) {
    return new Endpoint(path, summary, parameters, answers, answering);
  }

  private static Parameter<Integer> limit(int most, int otherwise) {
    return Parameter.whole("limit", "entries at most", 1, most, otherwise);
  }

  private Endpoint portfolios() {
    return endpoint(
        "/api/portfolios",
        "The sums of each portfolio, and those of all.",
        List.of(),
        JsonSchemas.of(Portfolios.Overview.class),
        (context, parameters) -> context.json(portfolios.overview()));
  }

  private Endpoint page() {
    Parameter<Integer> limit = limit(200, 50);
    return endpoint(
        "/api/recommendations",
        "A part of the table of recommendations, filtered and sorted.",
        filterAnd(SORT, limit, OFFSET),
        JsonSchemas.page(Recommendations.FIELDS),
        (context, parameters) ->
            context.json(
                recommendations.page(
                    filter(parameters),
                    parameters.get(SORT),
                    parameters.get(limit),
                    parameters.get(OFFSET))));
  }

  private Endpoint export() {
    Parameter<Export.Format> format =
        Parameter.choice("format", "the format of the file", Export.Format.class);
    return endpoint(
        "/api/recommendations/export",
        "The whole filtered table as a file.",
        filterAnd(SORT, format),
        JsonSchemas.list(JsonSchemas.row(Recommendations.FIELDS)),
        (context, parameters) ->
            export.answer(
                context, filter(parameters), parameters.get(SORT), parameters.get(format)));
  }

  private Endpoint recommendation() {
    return endpoint(
        "/api/recommendations/<proposalId>",
        "A whole recommendation, and its explanation as structure.",
        List.of(),
        JsonSchemas.with(
            JsonSchemas.of(Recommendation.getClassSchema()),
            "explanation",
            JsonSchemas.of(Explanation.class)),
        (context, parameters) ->
            context.json(
                explained(found(details.of(id(context, "proposalId")), "recommendation"))));
  }

  private ObjectNode explained(Recommendation recommendation) throws SQLException {
    Workload stated =
        recommendation.getUsageWindowEnd() == null
            ? null
            : usage.stated(recommendation.getProposalId()).orElse(null);
    ObjectNode answer = Json.MAPPER.valueToTree(recommendation);
    return answer.set(
        "explanation",
        Json.MAPPER.valueToTree(Explainer.explain(recommendation, stated, Figures.ENGLISH)));
  }

  private Endpoint scatter() {
    Parameter<Integer> limit = limit(5_000, 2_000);
    return endpoint(
        "/api/scatter",
        "Upfront cost and savings of what has figures, the largest savings and losses first.",
        filterAnd(limit),
        JsonSchemas.page(Recommendations.SCATTER),
        (context, parameters) ->
            context.json(recommendations.scatter(filter(parameters), parameters.get(limit))));
  }

  private Endpoint changes() {
    Parameter<Instant> since =
        Parameter.instant("since", "only changes from then on; all where not given", Instant.MIN);
    Parameter<List<HistoryKind>> kind =
        Parameter.symbols("kind", "only these kinds", HistoryKind.class);
    Parameter<Integer> limit = limit(500, 100);
    return endpoint(
        "/api/changes",
        "The changes of decisions and verdicts, newest first.",
        List.of(since, PROPOSAL, PORTFOLIO, kind, limit, OFFSET),
        JsonSchemas.page(Changes.FIELDS),
        (context, parameters) -> {
          Instant given = parameters.get(since);
          context.json(
              changes.of(
                  new Changes.Selection(
                      given.equals(Instant.MIN) ? null : given,
                      parameters.get(PROPOSAL),
                      parameters.get(PORTFOLIO),
                      parameters.get(kind)),
                  parameters.get(limit),
                  parameters.get(OFFSET)));
        });
  }

  private Endpoint usage() {
    Parameter<Integer> limit = limit(500, 100);
    return endpoint(
        "/api/usage",
        "What was measured of each proposal, in the order of the ids, what it states itself, and of"
            + " when the usage is that its recommendation goes by.",
        List.of(PROPOSAL, PORTFOLIO, limit, OFFSET),
        JsonSchemas.page(MeasuredVolumes.FIELDS),
        (context, parameters) ->
            context.json(
                usage.of(
                    parameters.get(PROPOSAL),
                    parameters.get(PORTFOLIO),
                    parameters.get(limit),
                    parameters.get(OFFSET))));
  }

  private Endpoint prices() {
    Parameter<String> text = Parameter.text("q", "only models whose id contains this text");
    Parameter<List<String>> model = Parameter.texts("model", "only these models");
    Parameter<Integer> limit = limit(500, 200);
    return endpoint(
        "/api/prices",
        "The prices in force of each model, and when they change, in the order of the ids.",
        List.of(text, model, limit, OFFSET),
        JsonSchemas.of(Prices.Found.class),
        (context, parameters) ->
            context.json(
                prices.containing(
                    parameters.get(text),
                    parameters.get(model),
                    clock.instant(),
                    parameters.get(limit),
                    parameters.get(OFFSET))));
  }

  private Endpoint price() {
    return endpoint(
        "/api/prices/<modelId>",
        "The whole price history of a model and all announced changes.",
        List.of(),
        JsonSchemas.of(ModelPricing.getClassSchema()),
        (context, parameters) ->
            context.json(found(prices.of(id(context, "modelId")), "model in the price book")));
  }

  private Endpoint upcoming() {
    Parameter<Instant> until =
        Parameter.instant("until", "only dates before then; all where not given", Instant.MAX);
    Parameter<Integer> limit = limit(500, 100);
    return endpoint(
        "/api/upcoming",
        "The dates that prices announce, soonest first: new prices, ends of tuning, retirements.",
        List.of(until, DEPENDANTS, limit, OFFSET),
        JsonSchemas.of(Upcoming.Dates.class),
        (context, parameters) ->
            context.json(
                upcoming.between(
                    clock.instant(),
                    parameters.get(until),
                    parameters.get(DEPENDANTS),
                    parameters.get(limit),
                    parameters.get(OFFSET))));
  }

  private Endpoint reviews() {
    Parameter<Integer> limit = limit(500, 100);
    return endpoint(
        "/api/reviews",
        "Prices that are held until a person has looked at them, the longest held first.",
        List.of(limit, OFFSET),
        JsonSchemas.with(
            JsonSchemas.of(Reviews.Found.class),
            "items",
            JsonSchemas.list(JsonSchemas.of(PriceReview.getClassSchema()))),
        (context, parameters) ->
            context.json(reviews.oldest(parameters.get(limit), parameters.get(OFFSET))));
  }

  private Endpoint impacts() {
    Parameter<List<ImpactState>> state =
        Parameter.symbols("state", "only these states", ImpactState.class);
    Parameter<Integer> limit = limit(500, 100);
    return endpoint(
        "/api/price-impacts",
        "Changes of prices, policies and rules with what came of them, newest first.",
        List.of(state, DEPENDANTS, limit, OFFSET),
        JsonSchemas.with(
            JsonSchemas.of(Impacts.Found.class),
            "items",
            JsonSchemas.list(JsonSchemas.of(PriceImpact.getClassSchema()))),
        (context, parameters) ->
            context.json(
                impacts.newest(
                    parameters.get(state),
                    parameters.get(DEPENDANTS),
                    parameters.get(limit),
                    parameters.get(OFFSET))));
  }

  private Endpoint facets() {
    return endpoint(
        "/api/facets",
        "The values that can be filtered by.",
        List.of(),
        JsonSchemas.of(Facets.Values.class),
        (context, parameters) -> context.json(facets.values()));
  }

  private Endpoint events() {
    return endpoint(
        "/api/events",
        "Server-sent events: portfolios, recommendations, changes, price, impact, source, ping.",
        List.of(),
        JsonSchemas.ordered("type", "string"),
        (context, parameters) -> events.open(context));
  }

  /** PostgreSQL cannot be asked for a text with NUL, and no id has one. */
  private static String id(Context context, String name) {
    String id = context.pathParam(name);
    if (id.indexOf('\0') >= 0) {
      throw Parameter.bad(name, id.replace('\0', '\uFFFD'), "without the character NUL");
    }
    return id;
  }

  private static <T> T found(Optional<T> what, String name) {
    return what.orElseThrow(() -> new NotFoundResponse("there is no such " + name));
  }
}
