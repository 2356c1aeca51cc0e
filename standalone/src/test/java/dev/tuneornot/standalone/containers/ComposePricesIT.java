package dev.tuneornot.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The profile {@code prices} of docker-compose.yml, with a source that breaks and comes back. */
@RequiresImages(
    value = {Images.KAFKA, Images.REGISTRY, Images.JAVA},
    compose = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposePricesIT {
  private static final Path LOG = Path.of("target", "compose-prices.log");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String READY = "/health/ready";
  private static final String METRICS = "/metrics";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger unchanged = new AtomicInteger();
  private HttpServer source;
  private ComposeProject project;
  private volatile boolean isBroken;
  private volatile double steady = 2.5;
  private volatile double jumping = 1;

  @BeforeAll
  void up() throws IOException {
    source = HttpServer.create(new InetSocketAddress(0), 0); // Containers are not on the loopback.
    source.createContext("/", this::answer);
    source.start();
    int port = source.getAddress().getPort();
    project =
        new ComposeProject(
            List.of("prices"),
            Map.of(
                "TUNEORNOT_PRICE_SOURCES",
                "http://host.docker.internal:" + port + "/prices.json /examples/pricing.jsonl",
                "TUNEORNOT_PRICE_INTERVAL",
                "3s"));
    project.compose("up", "-d");
  }

  @AfterAll
  void down() throws IOException {
    source.stop(0);
    Files.writeString(LOG, project.compose("logs", "--no-color"));
    project.compose("down", "-v");
  }

  @Test
  @Order(1)
  void shouldBringPricesOnce() {
    await("the prices of the source", () -> assertThat(price("acme/steady")).isEqualTo("2.5"));

    await("the server says that nothing changed", () -> assertThat(unchanged).hasPositiveValue());
    assertThat(price("openai/o4-mini-2025-04-16")).as("of the file").isNotEmpty();
    assertThat(get(READY)).contains("\"ready\":true");
    assertThat(metric("source_up")).isEqualTo(1);
    long sent = (long) metric("sent_total");
    assertThat(sent).isGreaterThan(2);
    double rounds = metric("rounds_total");
    await("two more rounds", () -> assertThat(metric("rounds_total")).isGreaterThan(rounds + 1));
    assertThat((long) metric("sent_total")).isEqualTo(sent);
  }

  @Test
  @Order(2)
  void shouldTellOfABrokenSourceAndGoOnWithTheOthers() {
    isBroken = true;

    await("failures", () -> assertThat(metric("source_failures_total")).isGreaterThanOrEqualTo(2));
    assertThat(metric("source_up")).isZero();
    assertThat(get(READY)).contains("the server answers 503");
    assertThat(price("acme/steady")).isEqualTo("2.5");
  }

  @Test
  @Order(3)
  void shouldSendWhatChangedOnceTheSourceIsBackAndHaveAJumpHeld() {
    steady = 2;
    jumping = 12;
    isBroken = false;

    await("the new price", () -> assertThat(price("acme/steady")).isEqualTo("2"));
    assertThat(metric("source_up")).isEqualTo(1);
    await(
        "the jump is held",
        () ->
            assertThat(project.cli("pricing", "review", "list", "--output", "jsonl"))
                .contains("\"modelId\":\"acme/jumping\"", "\"JUMP\""));
    assertThat(price("acme/jumping")).isEqualTo("1");
  }

  @Test
  @Order(4)
  void shouldEndWhenTerminatedAndSendNothingTwice() {
    // SIGTERM, and SIGKILL after ten seconds, which gives exit code 137.
    project.compose("stop", "-t", "10", "prices");
    assertThat(ComposeProject.exitCode("prices")).isEqualTo("0");

    project.compose("start", "prices");

    await("a round", () -> assertThat(metric("rounds_total")).isPositive());
    assertThat(metric("sent_total")).isZero();
    assertThat(project.compose("logs", "--no-log-prefix", "--no-color", "prices").lines())
        .noneMatch(line -> line.contains("Exception") || line.contains(" ERROR "));
  }

  private static void await(String what, Runnable assertion) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .untilAsserted(assertion::run);
  }

  /** USD per MTok of input in force; empty where there is none. */
  private String price(String modelId) {
    String csv = project.cli("pricing", "list", modelId, "--output", "csv");
    List<String> lines = csv.lines().toList();
    if (lines.size() < 2) {
      return "";
    }
    int column = List.of(lines.get(0).split(",", -1)).indexOf("inputPerMTok");
    String value = lines.get(lines.size() - 1).split(",", -1)[column];
    return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
  }

  /** Of the address, where it is of a source. */
  private double metric(String name) {
    String start = "tuneornot_prices_" + name;
    return get(METRICS)
        .lines()
        .filter(line -> line.startsWith(start + " ") || line.startsWith(start + "{source=\"http"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + start));
  }

  private String get(String path) {
    URI uri = URI.create("http://" + project.address("PRICES") + path);
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        ("{" + entry("steady", steady) + "," + entry("other", 3) + "," + entry("jumping", jumping))
            .concat("}")
            .getBytes(UTF_8);
    String tag = "\"" + steady + " " + jumping + "\"";
    try (exchange) {
      exchange.getResponseHeaders().set("ETag", tag);
      if (isBroken) {
        exchange.sendResponseHeaders(503, -1);
      } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        unchanged.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
      } else {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** A model in LiteLLM's catalogue. */
  private static String entry(String name, double inputPerMTok) {
    return String.format(
        Locale.ROOT,
        "\"acme/%s\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\","
            + " \"input_cost_per_token\": %se-6, \"output_cost_per_token\": 1e-5}",
        name,
        inputPerMTok);
  }
}
