package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
  private final AtomicReference<Health> health = new AtomicReference<>();
  private final HealthServer server = new HealthServer("127.0.0.1", 0, health::get, () -> "up 1\n");

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

  @Test
  void shouldNameTheAddressThatIsTaken() {
    assertThatThrownBy(
            () -> new HealthServer("127.0.0.1", server.port(), health::get, () -> "up 1\n"))
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
