package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.dashboard.config.Credentials;
import dev.tuneornot.dashboard.config.HttpSettings;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.projection.ProjectionState;
import dev.tuneornot.dashboard.projection.Recommended;
import dev.tuneornot.dashboard.projection.Stored;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ApiTest {
  private static final EventHub.Pace OFTEN =
      new EventHub.Pace(EventHub.Pace.DEFAULT.flush(), Duration.ofSeconds(2));

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Stored stored;
  private EventHub events;
  private BoundedServer server;

  @BeforeEach
  void start() throws SQLException, IOException {
    stored = Stored.sqlite(directory);
    Recommendation formula = Recommended.prompt("a/b ü");
    formula.setTitle("=1+1, \"quoted\"");
    stored.write(Recommended.batch(Recommended.tune("go", Verdict.GO, 100), formula));
    events = new EventHub(new Portfolios(stored.database()), 2, OFTEN, meters);
    server = listen(null);
  }

  private BoundedServer listen(Credentials credentials) throws IOException {
    return listen("127.0.0.1", credentials);
  }

  private BoundedServer listen(String host, Credentials credentials) throws IOException {
    Site site =
        new Site(stored.database(), events, meters)
            .probe("/health/ready", () -> new Site.Probe(false, Map.of()));
    return WebServer.start(
        new HttpSettings(host, 0, credentials, List.of("dashboard.example"), 2), site);
  }

  @AfterEach
  void stop() {
    events.close();
    server.close();
    stored.close();
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  @Test
  void shouldGiveAPageOfTheTable() throws Exception {
    HttpResponse<String> answer = get("/api/recommendations?limit=1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"total\":2,\"totalIsExact\":true,\"items\":[{\"proposalId\":\"go\"")
        .contains("\"netBenefit\":200.0", "\"verdictSince\":\"2026-11-22T10:00:00Z\"");
  }

  @Test
  void shouldGiveOneByItsEncodedId() throws Exception {
    assertThat(get("/api/recommendations/a%2Fb%20%C3%BC").body())
        .startsWith("{\"proposalId\":\"a/b ü\"");
    assertThat(get("/api/recommendations/nobody").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0|limit = 0: must be a whole number from 1 to 200",
        "limit=201|limit = 201: must be a whole number from 1 to 200",
        "limit=x|limit = x: must be a whole number from 1 to 200",
        "limit=1&limit=2|limit is given 2 times: must be once",
        "offset=1000001|offset = 1000001: must be a whole number from 0 to 1000000",
        "sort=price|sort = price: must be one of proposalId, title",
        "verdict=MAYBE|verdict = MAYBE: must be one of [NOT_APPLICABLE, PENDING_PRICE",
        "color=red|unknown parameter color: must be one of [decision, limit, model",
        "q=%00|q: must not have the character NUL",
        "q=%FF|"
      })
  void shouldNameTheParameterItsValueAndItsBound(String query, String message) throws Exception {
    HttpResponse<String> answer = get("/api/recommendations?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"").contains(message == null ? "" : message);
  }

  @Test
  void shouldRefuseALongSearchText() throws Exception {
    assertThat(get("/api/recommendations?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(get("/api/recommendations?q=" + "x".repeat(200)).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldExportWithoutFormulas() throws Exception {
    HttpResponse<String> csv = get("/api/recommendations/export?format=csv&sort=proposalId");

    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"recommendations.csv\"");
    assertThat(csv.body().lines().toList())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("a/b ü,\"'=1+1, \"\"quoted\"\"\",default,PROPOSED,USE_PROMPTING");
    assertThat(get("/api/recommendations/export?format=jsonl").body().lines()).hasSize(2);
    assertThat(get("/api/recommendations/export?format=json").body())
        .startsWith("[{")
        .endsWith("}]");
    assertThat(get("/api/recommendations/export?format=xml").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/portfolios",
        "/api/scatter",
        "/api/changes",
        "/api/changes?proposal=go&kind=CHANGED&since=2026-11-22T00:00:00Z",
        "/api/usage",
        "/api/usage?proposal=go&portfolio=default",
        "/api/prices",
        "/api/upcoming",
        "/api/price-impacts",
        "/api/facets",
        "/metrics",
        "/"
      })
  void shouldAnswer(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void shouldNotSendAnUnchangedFileAgain() throws Exception {
    String tag = get("/").headers().firstValue("ETag").orElseThrow();

    assertThat(get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../application.properties",
        "/assets/%2e%2e/logback.xml",
        "/assets/..%2flogback.xml",
        "/assets//etc/passwd",
        "/assets/",
        "/assets",
        "/nothing"
      })
  void shouldServeNothingElse(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .containsPattern("^HTTP/1.1 40[04] ");
  }

  @Test
  void shouldReadOnly() throws Exception {
    String post =
        raw("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    String body =
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");

    assertThat(post).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
    assertThat(body).startsWith("HTTP/1.1 413 ");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,200",
    "127.0.0.1:80,200",
    "[::1],200",
    "dashboard.example,200",
    "evil.example,400"
  })
  void shouldKnowItsNames(String host, int status) throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/health/ready", "/api/portfolios", "/assets/app.js"})
  void shouldKnowItsNamesAlsoWhereItListensToEverybody(String path) throws Exception {
    server.close();
    server = listen("0.0.0.0", null);

    assertThat(rebound(path, "evil.example")).startsWith("HTTP/1.1 400 ");
    assertThat(rebound(path, "192.0.2.7:8090")).doesNotStartWith("HTTP/1.1 400 ");
    assertThat(rebound(path, "dashboard.example")).doesNotStartWith("HTTP/1.1 400 ");
  }

  private String rebound(String path, String host) throws IOException {
    return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void shouldAnswerHeadAsGet() throws Exception {
    assertThat(head("/health/ready")).startsWith("HTTP/1.1 503 ");
    assertThat(head("/api/recommendations/nobody")).startsWith("HTTP/1.1 404 ");
    assertThat(head("/api/recommendations/go")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
  }

  private String head(String path) throws IOException {
    return raw("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  @Test
  void shouldDescribeItselfAsTheDocumentsSay() throws Exception {
    Path file = Path.of("../docs/openapi.json");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode described = mapper.readTree(get("/api/openapi.json").body());
    if (Boolean.getBoolean("openapi.write")) {
      mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), described);
    }

    assertThat(described.toPrettyString())
        .as("docs/openapi.json, renewed by -Dopenapi.write=true")
        .isEqualTo(mapper.readTree(file.toFile()).toPrettyString());
  }

  @Test
  void shouldAskForThePassword() throws Exception {
    server.close();
    server = listen(new Credentials("me", "pässword"));

    assertThat(get("/").statusCode()).isEqualTo(401);
    assertThat(get("/").headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
    assertThat(get("/", "Authorization", basic("me:pässword")).statusCode()).isEqualTo(200);
    assertThat(get("/", "Authorization", basic("me:password")).statusCode()).isEqualTo(401);
    assertThat(get("/", "Authorization", "Basic ###").statusCode()).isEqualTo(401);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  private static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  @Test
  void shouldCompress() throws Exception {
    assertThat(
            get("/assets/app.js", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .contains("gzip");
  }

  @Test
  void shouldTellOfChangesUpToABound() throws Exception {
    events.start(() -> new ProjectionState(true, true, "", 0));
    try (InputStream first = stream();
        InputStream second = stream()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(first, UTF_8));

      assertThat(lines.readLine()).isEqualTo("retry: 2000");
      assertThat(next(lines, "event: ")).isEqualTo("event: source");
      assertThat(next(lines, "data: ")).isEqualTo("data: {\"current\":true,\"reason\":\"\"}");
      assertThat(next(lines, "event: ")).isEqualTo("event: portfolios");
      assertThat(next(lines, "data: ")).startsWith("data: {\"total\":{\"proposals\":");
      assertThat(get("/api/events").statusCode()).isEqualTo(503);

      events.applied(Recommended.batch(Recommended.prompt("new")));

      assertThat(next(lines, "event: ")).isEqualTo("event: recommendations");
      assertThat(next(lines, "data: ")).isEqualTo("data: {\"ids\":[\"new\"],\"count\":1}");
      assertThat(second).isNotNull();
    }
  }

  @Test
  void shouldLoseNoEventToADatabaseThatFails() throws Exception {
    events.start(() -> new ProjectionState(true, true, "", 0));
    try (InputStream stream = stream()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      assertThat(next(lines, "event: ")).isEqualTo("event: source");
      assertThat(next(lines, "event: ")).isEqualTo("event: portfolios");
      stored.execute("alter table portfolio_summaries rename to away");

      events.applied(Recommended.sums("default"));
      events.applied(Recommended.batch(Recommended.prompt("new")));
      assertThat(next(lines, "event: ")).isEqualTo("event: recommendations");
      stored.execute("alter table away rename to portfolio_summaries");

      assertThat(next(lines, "event: ")).isEqualTo("event: portfolios");
    }
  }

  /** The page counts on it: interfaces of the stream say 15 seconds. */
  @Test
  void shouldPingEveryFifteenSeconds() {
    assertThat(EventHub.Pace.DEFAULT.ping()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void shouldTellThatItsSourceIsAwayAndPing() throws Exception {
    AtomicReference<ProjectionState> state =
        new AtomicReference<>(new ProjectionState(true, true, "", 0));
    events.start(state::get);
    try (InputStream stream = stream()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      assertThat(next(lines, "event: ")).isEqualTo("event: source");
      assertThat(next(lines, "event: ")).isEqualTo("event: portfolios");

      state.set(new ProjectionState(true, false, "waiting for Kafka", 0));

      assertThat(next(lines, "event: ")).isEqualTo("event: source");
      assertThat(next(lines, "data: "))
          .isEqualTo("data: {\"current\":false,\"reason\":\"waiting for Kafka\"}");
      assertThat(next(lines, "event: ")).isEqualTo("event: ping");
      assertThat(next(lines, "data: ")).contains("\"current\":false");
    }
  }

  @Test
  void shouldExplainARecommendation() throws Exception {
    JsonNode answer = new ObjectMapper().readTree(get("/api/recommendations/go").body());

    assertThat(answer.get("verdict").asText()).isEqualTo("GO");
    assertThat(answer.at("/explanation/headline/decision/label").asText()).isEqualTo("Fine-tune");
    assertThat(answer.at("/explanation/sections/0/lines/0/rule").asText()).isNotEmpty();
  }

  private InputStream stream() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri("/api/events")).build();
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  private static String next(BufferedReader lines, String start) throws IOException {
    String line;
    do {
      line = lines.readLine();
    } while (line != null && !line.startsWith(start));
    return line;
  }
}
