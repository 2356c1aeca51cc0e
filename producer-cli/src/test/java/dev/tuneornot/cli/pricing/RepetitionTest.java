package dev.tuneornot.cli.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.Terminal;
import dev.tuneornot.cli.fetch.Download;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Stored;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Against a server that serves, breaks, lies and comes back. */
class RepetitionTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What the server does. */
  enum Mood {
    GOOD,
    UNAVAILABLE,
    NOT_FOUND,
    WEB_PAGE,
    OTHER_FORMAT,
    TRUNCATED,
    CUT_OFF,
    HUGE,
    SLOW,
    EMPTY,
    SAYS_UNCHANGED
  }

  @TempDir private Path directory;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final SettableClock clock = new SettableClock();
  private final Topic topic = new Topic();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<@Nullable String> conditions = new ArrayList<>();
  private volatile Mood mood = Mood.GOOD;
  private volatile String price = "2.5";
  private HttpServer server;

  RepetitionTest() throws IOException {
    TrustedClasses.install();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void shouldSendOnceAndThenOnlyWhatChanged() {
    Repetition repetition = repetition(address());

    Instant next = repetition.round();
    assertThat(next).isEqualTo(clock.instant().plus(HOUR));
    assertThat(topic.sent).containsExactly("p/m 2.5");

    clock.advance(HOUR);
    repetition.round();
    assertThat(topic.sent).hasSize(1);
    assertThat(conditions).containsExactly(null, "\"2.5\"");

    price = "2";
    clock.advance(HOUR);
    repetition.round();
    assertThat(topic.sent).containsExactly("p/m 2.5", "p/m 2.0");
    assertThat(topic.read().prices().get("p/m").getPeriods()).hasSize(2);
  }

  @Test
  void shouldSendNothingAgainAfterARestart() {
    repetition(address()).round();

    repetition(address()).round();

    assertThat(topic.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
  void shouldChangeNothingWhileASourceIsBrokenAndTakeItUpAgain(Mood broken) {
    Repetition repetition = repetition(patience(broken), address());
    repetition.round();
    mood = broken;
    price = "99";
    clock.advance(HOUR);

    Instant retry = repetition.round();

    assertThat(topic.sent).containsExactly("p/m 2.5");
    if (broken != Mood.SAYS_UNCHANGED) {
      assertThat(retry).isEqualTo(clock.instant().plusSeconds(5));
      assertThat(repetition.status().sources().values())
          .allSatisfy(state -> assertThat(state.error()).isNotBlank());
      clock.advance(Duration.ofSeconds(5));
      assertThat(repetition.round()).isEqualTo(clock.instant().plusSeconds(10));
    }
    mood = Mood.GOOD;
    price = "3";
    clock.advance(HOUR);
    repetition.round();
    assertThat(topic.sent).containsExactly("p/m 2.5", "p/m 3.0");
    assertThat(repetition.status().reason(clock.instant())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
  void shouldSendNothingBeforeEachSourceWasRead(Mood broken) throws IOException {
    Path file = Files.writeString(directory.resolve("other.json"), catalogue("other/x", "1"));
    mood = broken;
    Repetition repetition = repetition(patience(broken), address(), file.toString());

    repetition.round();

    assertThat(topic.sent).isEmpty();
    assertThat(repetition.status().reason(clock.instant())).contains("has not been read yet");
    mood = Mood.GOOD;
    clock.advance(HOUR);
    repetition.round();
    assertThat(topic.sent).containsExactly("other/x 1.0", "p/m 2.5");
  }

  @Test
  void shouldReadFilesThatChange() throws IOException {
    Path file = Files.writeString(directory.resolve("own.json"), catalogue("p/f", "1"));
    Repetition repetition = repetition(file.toString());
    repetition.round();
    Files.writeString(file, catalogue("p/f", "2"));
    clock.advance(HOUR);
    repetition.round();
    Files.writeString(file, "half a fi");
    clock.advance(HOUR);
    repetition.round();

    assertThat(topic.sent).containsExactly("p/f 1.0", "p/f 2.0");
    assertThat(err.toString(UTF_8))
        .contains("own.json cannot be read", "what it said before holds");
  }

  @Test
  void shouldAskLessAndLessOftenUpToTheInterval() {
    mood = Mood.UNAVAILABLE;
    Repetition repetition = repetition(address());
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant next = repetition.round();
      waits.add(Duration.between(clock.instant(), next).toSeconds());
      clock.now = next;
    }

    assertThat(waits)
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
  }

  @Test
  void shouldSendNothingWhereTheMedianMovedUntilItIsBack() {
    Repetition repetition = repetition(address());
    repetition.round();
    price = "2500";
    clock.advance(HOUR);
    repetition.round();

    assertThat(topic.sent).hasSize(1);
    assertThat(repetition.status().isBlocked()).isTrue();
    assertThat(repetition.status().reason(clock.instant())).contains("moved from 2.5 to 2500");
    price = "2";
    clock.advance(HOUR);
    repetition.round();
    assertThat(topic.sent).containsExactly("p/m 2.5", "p/m 2.0");
    assertThat(repetition.status().isBlocked()).isFalse();
  }

  @Test
  void shouldTryAgainWhereKafkaIsAway() {
    topic.isAway = true;
    Repetition repetition = repetition(address());

    Instant retry = repetition.round();

    assertThat(retry).isEqualTo(clock.instant().plusSeconds(5));
    assertThat(repetition.status().reason(clock.instant())).contains("no broker");
    topic.isAway = false;
    clock.now = retry;
    repetition.round();
    assertThat(topic.sent).containsExactly("p/m 2.5");
    assertThat(repetition.status().reason(clock.instant())).isEmpty();
  }

  @Test
  void shouldTellFindingsOnce() {
    price = "0";
    Repetition repetition = repetition(address());
    repetition.round();
    clock.advance(HOUR);
    repetition.round();

    assertThat(out.toString(UTF_8)).containsOnlyOnce("ZERO_PRICE");
  }

  @Test
  void shouldTellAFindingAgainOnceItHasBeenAwayForMoreThanARound() {
    price = "0";
    Repetition repetition = repetition(address());
    repetition.round();
    price = "2";
    clock.advance(HOUR);
    repetition.round();
    price = "0";
    clock.advance(HOUR);
    repetition.round();
    assertThat(out.toString(UTF_8)).containsOnlyOnce("ZERO_PRICE");

    price = "2";
    clock.advance(HOUR);
    repetition.round();
    clock.advance(HOUR);
    repetition.round();
    price = "0";
    clock.advance(HOUR);
    repetition.round();
    assertThat(out.toString(UTF_8).split("ZERO_PRICE", -1)).hasSize(3);
  }

  @Test
  void shouldTellItsHealthAndMetrics() throws Exception {
    Repetition repetition = repetition(address());
    try (StatusServer status =
        StatusServer.start("127.0.0.1", 0, List.of(), repetition.status(), clock)) {
      assertThat(get(status, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(status, "/health/ready").statusCode()).isEqualTo(503);

      repetition.round();

      assertThat(get(status, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(get(status, "/metrics").body())
          .contains("tuneornot_prices_sent_total 1.0")
          .contains("tuneornot_prices_source_up{source=\"" + address() + "\"} 1.0")
          .contains("tuneornot_prices_blocked 0.0");
      mood = Mood.WEB_PAGE;
      clock.advance(HOUR);
      repetition.round();
      assertThat(get(status, "/metrics").body())
          .contains("tuneornot_prices_source_up{source=\"" + address() + "\"} 0.0")
          .contains("tuneornot_prices_source_failures_total{source=\"" + address() + "\"} 1.0");
      assertThat(get(status, "/health/ready").body()).contains("in none of the formats");
      clock.advance(HOUR.multipliedBy(4));
      assertThat(get(status, "/health/ready").statusCode()).isEqualTo(503);
    }
  }

  private static HttpResponse<String> get(StatusServer status, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + status.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private Repetition repetition(String... names) {
    return repetition(PATIENCE, names);
  }

  /** Who is known to be slow is not waited for long; a busy machine is not slower than that. */
  private static Duration patience(Mood mood) {
    return mood == Mood.SLOW ? Duration.ofSeconds(2) : PATIENCE;
  }

  private Repetition repetition(Duration patience, String... names) {
    SourceOptions options = new SourceOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("x", spec(options)))
        .parseArgs(names);
    Surroundings surroundings =
        new Surroundings(
            out,
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            Map.of(),
            Terminal.NONE,
            clock);
    return new Repetition(
        options,
        topic,
        Download.create(patience, 1024 * 1024),
        HOUR,
        false,
        ReviewSettings.DEFAULTS,
        new OutputOptions(),
        surroundings);
  }

  private static CommandLine.Model.CommandSpec spec(SourceOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/prices.json";
  }

  private static String catalogue(String modelId, String price) {
    return "{\"%s\": {\"litellm_provider\": \"%s\", \"mode\": \"chat\", \"input_cost_per_token\": %se-6,"
            .formatted(modelId, modelId.substring(0, modelId.indexOf('/')), price)
        + " \"output_cost_per_token\": %se-6}}".formatted(price);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
    conditions.add(condition);
    byte[] good = catalogue("p/m", price).getBytes(UTF_8);
    try (exchange) {
      switch (mood) {
        case GOOD -> {
          String tag = "\"" + price + "\"";
          exchange.getResponseHeaders().set("ETag", tag);
          if (tag.equals(condition)) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            send(exchange, 200, good);
          }
        }
        case UNAVAILABLE -> send(exchange, 503, good);
        case NOT_FOUND -> send(exchange, 404, good);
        case WEB_PAGE -> send(exchange, 200, "<html>Sign in</html>".getBytes(UTF_8));
        case OTHER_FORMAT -> send(exchange, 200, "{\"teapots\": [1, 2]}".getBytes(UTF_8));
        case TRUNCATED -> send(exchange, 200, good, good.length / 2);
        case CUT_OFF -> {
          exchange.sendResponseHeaders(200, good.length);
          exchange.getResponseBody().write(good, 0, good.length / 2);
          exchange.getResponseBody().flush();
          throw new IOException("cut off");
        }
        case HUGE -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(64 * 1024).getBytes(UTF_8);
          for (int i = 0; i < 64; i++) {
            exchange.getResponseBody().write(blanks);
          }
          exchange.getResponseBody().write(good);
        }
        case SLOW -> {
          exchange.sendResponseHeaders(200, good.length);
          exchange.getResponseBody().write(good, 0, 10);
          exchange.getResponseBody().flush();
          await();
        }
        case EMPTY -> send(exchange, 200, new byte[0]);
        case SAYS_UNCHANGED -> exchange.sendResponseHeaders(304, -1);
      }
    }
  }

  private void await() {
    try {
      boolean unused = over.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    send(exchange, status, body, body.length);
  }

  private static void send(HttpExchange exchange, int status, byte[] body, int length)
      throws IOException {
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    exchange.getResponseBody().write(body, 0, length);
  }

  /** A topic in memory. */
  private static final class Topic implements StoredPrices {
    private final SortedMap<String, ModelPricing> records = new TreeMap<>();
    private final List<String> sent = new ArrayList<>();
    private boolean isAway;

    @Override
    public Stored read() {
      if (isAway) {
        throw new OperationFailure("no broker answers");
      }
      return Stored.of(records, List.of());
    }

    @Override
    public long send(Plan plan) {
      long count = 0;
      for (PriceChange change : plan.changes()) {
        if (change.isToBeSent()) {
          ModelPricing record = change.result();
          records.put(record.getModelId(), record);
          int last = record.getPeriods().size() - 1;
          sent.add(record.getModelId() + " " + record.getPeriods().get(last).getInputPerMTok());
          count++;
        }
      }
      return count;
    }
  }

  private static final class SettableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-30T00:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
