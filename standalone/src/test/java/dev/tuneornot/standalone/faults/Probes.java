package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a program on this machine how it is. */
final class Probes {
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  Probes(int port) {
    this.port = port;
  }

  /** What /health/ready says; empty where nothing answers. */
  String readiness() throws InterruptedException {
    HttpResponse<String> answer = get("ready");
    return answer == null ? "" : answer.body();
  }

  /** The status that a probe answers with; 0 where nothing answers. */
  int status(String probe) throws InterruptedException {
    HttpResponse<String> answer = get(probe);
    return answer == null ? 0 : answer.statusCode();
  }

  /** What /metrics says; empty where nothing answers. */
  String metrics() throws InterruptedException {
    HttpResponse<String> answer = request("/metrics");
    return answer == null ? "" : answer.body();
  }

  private @Nullable HttpResponse<String> get(String probe) throws InterruptedException {
    return request("/health/" + probe);
  }

  private @Nullable HttpResponse<String> request(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(ANSWER_TIMEOUT)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      return null;
    }
  }
}
