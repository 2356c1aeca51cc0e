package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.confluent.http.BoundedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A registry over HTTP, with its log in memory, and a client of few words. */
final class RegistryFixture implements AutoCloseable {

  /** Status and JSON body of an answer. */
  record Answer(int status, JsonNode body) {
    int errorCode() {
      return body.path("error_code").asInt();
    }

    String message() {
      return body.path("message").asText();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final InMemoryLog log;
  private final BoundedServer server;

  private RegistryFixture(InMemoryLog log, BoundedServer server) {
    this.log = log;
    this.server = server;
  }

  static RegistryFixture start() throws IOException {
    return start(new InMemoryLog());
  }

  /** With what an earlier one left in its log. */
  static RegistryFixture start(InMemoryLog log) throws IOException {
    RegistryState state = new RegistryState();
    log.replay(state::apply);
    return new RegistryFixture(log, EmbeddedRegistry.listen(state, log, 0));
  }

  private String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.port();
  }

  Answer get(String path) throws Exception {
    return send("GET", path, "");
  }

  Answer delete(String path) throws Exception {
    return send("DELETE", path, "");
  }

  Answer send(String method, String path, String body) throws Exception {
    HttpResponse<String> response = raw(method, path, body);
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  HttpResponse<String> raw(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  Answer register(String subject, String schema) throws Exception {
    return send("POST", "/subjects/" + subject + "/versions", schemaBody(schema));
  }

  static String schemaBody(String schema) throws IOException {
    return JSON.writeValueAsString(Map.of("schema", schema));
  }

  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Override
  public void close() {
    server.close();
  }
}
