package dev.tuneornot.streams.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.streams.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthServerTest {
  /** Of the mutations, one in so many is tried: a connection each. */
  private static final int CONNECTION_EACH = 10;

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final AtomicReference<Health> health = new AtomicReference<>();
  private final HealthServer server = serverAt(0);

  private HealthServer serverAt(int port) {
    return new HealthServer(
        "127.0.0.1", port, IDLE, List.of("app.example"), health::get, () -> "up 1\n");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldBeLiveAndNotReadyWhileItRestores() throws Exception {
    health.set(
        new Health(true, false, "REBALANCING", "restoring state", Map.of("app-outcomes-0", 42L)));

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(ready.body())
        .isEqualTo(
            """
            {"state":"REBALANCING","live":true,"ready":false,"reason":"restoring state",\
            "restoring":{"app-outcomes-0":42}}
            """);
  }

  @Test
  void shouldBeReadyWhileItProcesses() throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotBeLiveOnceItCannotRecover() throws Exception {
    health.set(new Health(false, false, "FAILED", "topic \"proposals\" does not exist", Map.of()));

    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/health/live").body()).contains("topic \\\"proposals\\\" does not exist");
  }

  @Test
  void shouldRefuseOtherMethodsAndPaths() throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));

    HttpRequest post =
        HttpRequest.newBuilder(uri("/health/live"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();

    assertThat(send(post).statusCode()).isEqualTo(405);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"localhost,200", "10.0.0.7:8080,200", "app.example,200", "evil.example,400"})
  void shouldBeAddressedByItsOwnNamesOnly(String host, int status) throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));

    for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
      assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
          .startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/health/liveness",
        "/health/live/../../etc/passwd",
        "/health/live/%2e%2e/%2e%2e/etc/passwd",
        "/health/live/",
        "/health",
        "/%00",
        "//health/live"
      })
  void shouldServeTheTwoPathsOnly(String path) throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));

    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .containsPattern("^HTTP/1.1 40[04] ");
  }

  @Test
  void shouldAnswerProbesWhateverOthersSend() throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.getOutputStream().write("GET /health/live HTTP/1.1\r\nHost".getBytes(US_ASCII));
      slow.add(socket);
    }

    String large = "X: " + "x".repeat(1024 * 1024) + "\r\n";
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + large + "\r\n"))
        .doesNotContain("200 OK");
    String many = IntStream.range(0, 10_000).mapToObj(i -> "x" + i + ": y\r\n").collect(joining());
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + many + "\r\n"))
        .doesNotContain("200 OK");
    assertThat(raw("\0\0\0\r\n\r\n")).doesNotContain("200 OK");
    String body =
        "POST /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n";
    assertThat(raw(body + "x".repeat(100_000))).doesNotContain("200 OK");

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    for (Socket socket : slow) {
      socket.setSoTimeout(20_000);
      assertThat(socket.getInputStream().read()).as("a slow client is cut off").isEqualTo(-1);
      socket.close();
    }
  }

  /** A probe every few seconds must not find all connections taken by who says nothing. */
  @Test
  void shouldCutOffWhoSaysNothingForFiveSeconds() {
    assertThat(HealthServer.IDLE).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldAnswerProbesBehindMutatedRequests() throws Exception {
    health.set(new Health(true, true, "RUNNING", "", Map.of()));
    byte[] good =
        "GET /health/ready?x=%20 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab"
            .getBytes(US_ASCII);

    Mutations.tryOut(
        bytes -> assertThat(rawToTheEnd(bytes)).doesNotContain(" 500 ", "\tat "),
        List.of(good),
        List.of(),
        CONNECTION_EACH);

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  /** What comes back for these bytes when nothing follows them. */
  private String rawToTheEnd(byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (SocketException cutOff) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes back for these bytes, as far as the server wants to read them. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        byte[] answer = new byte[200];
        int length = socket.getInputStream().read(answer);
        return length < 0 ? "" : new String(answer, 0, length, US_ASCII);
      } catch (SocketException cutOff) {
        return "";
      }
    }
  }

  @Test
  void shouldNameTheAddressThatIsTaken() {
    assertThatThrownBy(() -> serverAt(server.port()))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("127.0.0.1:" + server.port())
        .hasMessageContaining("tuneornot.http.port");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
