package dev.tuneornot.confluent.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BoundedServerTest {
  private static final String JSON = "Content-Type: application/json";

  private BoundedServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        BoundedServer.start(
            listening(0),
            config -> {
              BoundedServer.get(config, "/", context -> context.result("here"));
              BoundedServer.get(
                  config,
                  "/bad",
                  context -> {
                    throw new BadRequestResponse("no \"such\" thing");
                  });
              BoundedServer.get(
                  config,
                  "/broken",
                  context -> {
                    throw new IllegalStateException("secret");
                  });
              config.routes.put("/", context -> context.result(context.body()));
            });
  }

  private static Listening listening(int port) {
    return new Listening(
        "test",
        "127.0.0.1",
        port,
        8,
        20,
        Duration.ofSeconds(5),
        Set.of("GET", "HEAD", "PUT"),
        List.of("Known.example"),
        null);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String answer(String request, String... headers) throws IOException {
    return answerOf(request, "localhost", headers);
  }

  private String answerOf(String request, String host, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      String text =
          request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + lines + "\r\n";
      socket.getOutputStream().write(text.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void shouldSayWhatIsWrongAsJsonAndNothingOfItsInside() throws Exception {
    assertThat(answer("GET /bad"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("{\"error\":\"no \\\"such\\\" thing\"}");
    assertThat(answer("GET /broken")).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
    assertThat(answer("GET /nothing")).startsWith("HTTP/1.1 404 ").contains("{\"error\":");
    assertThat(answer("GET /%zz")).startsWith("HTTP/1.1 400 ").contains("{\"error\":");
    assertThat(answer("BREW /")).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD, PUT");
    assertThat(answer("PUT /bad")).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "localhost,200",
    "LOCALHOST:1,200",
    "127.0.0.1,200",
    "192.0.2.7:80,200",
    "[::1]:80,200",
    "known.example,200",
    "evil.example,400",
    "127.0.0.1.evil.example,400",
    "localhost.evil.example,400",
    "known.example.evil.example,400"
  })
  void shouldBeAddressedByItsOwnNamesOnly(String host, int status) throws Exception {
    assertThat(answerOf("GET /", host)).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answerOf("GET /", host, "Upgrade: websocket", "Sec-WebSocket-Version: 13"))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: application/json|200",
        "Content-Type: application/vnd.schemaregistry.v1+json; charset=utf-8|200",
        "Content-Type: text/plain|415",
        "Content-Type: application/x-www-form-urlencoded|415",
        "X: no type|415"
      })
  void shouldTakeJsonOnly(String type, int status) throws Exception {
    String answer = answer("PUT /", type, "Content-Length: 2", "", "{}");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Origin: http://localhost,200",
    "Origin: https://localhost,200",
    "Origin: http://evil.example,403",
    "Origin: http://localhost.evil.example,403",
    "Origin: null,403",
    "Sec-Fetch-Site: same-origin,200",
    "Sec-Fetch-Site: none,200",
    "Sec-Fetch-Site: cross-site,403",
    "Sec-Fetch-Site: same-site,403"
  })
  void shouldBeWrittenToByItsOwnPagesOnly(String header, int status) throws Exception {
    String answer = answer("PUT /", header, JSON, "Content-Length: 2", "", "{}");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void shouldSayThatThePortIsTaken() {
    assertThatThrownBy(() -> BoundedServer.start(listening(server.port()), config -> {}))
        .isInstanceOf(IOException.class);
  }
}
