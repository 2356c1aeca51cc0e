package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks the dashboard's API what the page has to show. */
final class DashboardClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  DashboardClient(String url) {
    this.url = url;
  }

  /**
   * @param path such as {@code api/portfolios}
   */
  JsonNode get(String path) {
    HttpResponse<String> answer = answer(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return parsed(answer);
  }

  String text(String path) {
    return answer(path).body();
  }

  /** In the order of the page of the table. */
  List<String> proposalIds(String query) {
    JsonNode items = get("api/recommendations?" + query).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("proposalId").asText())
        .toList();
  }

  /** Empty where there is no recommendation. */
  Optional<JsonNode> recommendation(String proposalId) {
    String encoded = URLEncoder.encode(proposalId, StandardCharsets.UTF_8).replace("+", "%20");
    HttpResponse<String> answer = answer("api/recommendations/" + encoded);
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(parsed(answer));
  }

  private HttpResponse<String> answer(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(url + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
