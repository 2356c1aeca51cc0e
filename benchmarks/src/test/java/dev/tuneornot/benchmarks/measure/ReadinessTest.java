package dev.tuneornot.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final String METRICS =
      """
      # TYPE tuneornot_proposals gauge
      tuneornot_proposals{verdict="GO"} 1.5E3
      tuneornot_proposals{verdict="NO_GO"} 500.0
      tuneornot_ready 1.0
      """;

  private HttpServer server;
  private Readiness readiness;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/health/ready", "{}");
    serve("/metrics", METRICS);
    server.start();
    readiness = new Readiness(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldBeReadyWithAllProposals() throws InterruptedException {
    assertThat(readiness.isReadyWith(2_000)).isTrue();
  }

  @Test
  void shouldNotBeReadyWhileProposalsAreMissing() throws InterruptedException {
    assertThat(readiness.isReadyWith(2_001)).isFalse();
  }

  @Test
  void shouldNotBeReadyBeforeTheAppSaysSo() throws InterruptedException {
    status = 503;

    assertThat(readiness.isReadyWith(0)).isFalse();
  }

  @Test
  void shouldNotBeReadyWhereNothingAnswers() throws InterruptedException {
    server.stop(0);

    assertThat(readiness.isReadyWith(0)).isFalse();
  }

  private void serve(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
