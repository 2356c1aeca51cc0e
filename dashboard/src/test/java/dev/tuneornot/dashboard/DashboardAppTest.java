package dev.tuneornot.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.dashboard.config.DashboardConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DashboardAppTest {

  @Test
  void shouldAnswerProbesWhileKafkaIsAwayAtTheStart(@TempDir Path directory) throws Exception {
    int port = freePort();
    DashboardConfig config =
        new DashboardConfig(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + freePort(),
                "schema.registry.url",
                "mock://away",
                "tuneornot.database.url",
                "jdbc:sqlite:" + directory.resolve("rows.db"),
                "tuneornot.http.port",
                String.valueOf(port)));
    Thread starting = new Thread(() -> start(config));
    starting.start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(() -> assertThat(get(port, "/health/live").statusCode()).isEqualTo(200));

      HttpResponse<String> ready = get(port, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("waiting for Kafka");
      assertThat(get(port, "/metrics").statusCode()).isEqualTo(200);
    } finally {
      starting.interrupt();
      starting.join();
    }
    assertThat(starting.isAlive()).isFalse();
  }

  private static void start(DashboardConfig config) {
    try {
      DashboardApp.start(config).close();
    } catch (InterruptedException | StartupException e) {
      // As the test ends it.
    }
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
