package dev.tuneornot.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the streams app says of itself. Its readiness alone would not do: for a moment at the start
 * it can be ready for the partitions that it has, and be given the others next.
 */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final String PROPOSALS = "tuneornot_proposals{";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String address;

  Readiness(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /** Whether it is ready and has at least so many proposals. False where nothing answers. */
  boolean isReadyWith(long proposals) throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == 200
          && proposalsIn(get("/metrics").body()) >= proposals;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** The sum over all verdicts. */
  static long proposalsIn(String metrics) {
    return (long)
        metrics
            .lines()
            .filter(line -> line.startsWith(PROPOSALS))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
