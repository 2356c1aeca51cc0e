package dev.tuneornot.standalone.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page in a browser on the same machine could send, its own name bound to 127.0.0.1. */
class RequestGuardTest {
  private static final String JSON = "Content-Type: application/vnd.schemaregistry.v1+json";

  private RegistryFixture registry;

  @BeforeEach
  void start() throws IOException {
    registry = RegistryFixture.start();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8081",
        "127.0.0.1.evil.example",
        "localhost.evil",
        ""
      })
  void shouldRefuseARequestThatIsAddressedToAnotherHost(String host) throws Exception {
    assertThat(putConfig("Host: " + host, JSON)).isEqualTo(400);
    assertThat(level()).isEqualTo("BACKWARD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8081", "localhost", "LOCALHOST:1", "[::1]:8081"})
  void shouldAnswerToItsOwnNames(String host) throws Exception {
    assertThat(putConfig("Host: " + host, JSON)).isEqualTo(200);
    assertThat(level()).isEqualTo("NONE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void shouldRefuseWhatAnotherPageSends(String header) throws Exception {
    assertThat(putConfig("Host: localhost:8081", JSON, header)).isEqualTo(403);
    assertThat(level()).isEqualTo("BACKWARD");
  }

  @Test
  void shouldTakeWhatItsOwnOriginSends() throws Exception {
    assertThat(
            putConfig(
                "Host: localhost:8081",
                JSON,
                "Origin: http://localhost:8081",
                "Sec-Fetch-Site: same-origin"))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/vnd.schemaregistry.v1+json              | 200
          application/vnd.schemaregistry+json; charset=utf-8  | 200
          Application/JSON                                    | 200
          text/plain                                          | 415
          application/x-www-form-urlencoded                   | 415
          text/plain; application/json                        | 415
          application/jsonp                                   | 415
          """)
  void shouldTakeJsonOnly(String contentType, int status) throws Exception {
    assertThat(putConfig("Host: localhost", "Content-Type: " + contentType)).isEqualTo(status);
  }

  @Test
  void shouldRefuseABodyThatDoesNotSayWhatItIs() throws Exception {
    assertThat(putConfig("Host: localhost")).isEqualTo(415);
  }

  @Test
  void shouldReadAndDeleteWithoutAContentType() throws Exception {
    assertThat(send("GET", "/config", "", "Host: localhost")).isEqualTo(200);
    assertThat(send("DELETE", "/config", "", "Host: localhost")).isEqualTo(200);
  }

  private String level() throws Exception {
    return registry.get("/config").body().get("compatibilityLevel").asText();
  }

  private int putConfig(String... headers) throws IOException {
    return send("PUT", "/config", "{\"compatibility\": \"NONE\"}", headers);
  }

  /** Over a socket: the JDK's client sets Host by itself. */
  private int send(String method, String path, String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1"));
    lines.addAll(List.of(headers));
    lines.add("Content-Length: " + body.length());
    lines.add("Connection: close");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
