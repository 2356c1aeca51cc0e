package dev.tuneornot.confluent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The least of a registry: register and get by id, or one fixed answer to everything. */
final class FakeRegistry implements AutoCloseable {

  private record Answer(int status, String body) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final AtomicInteger ids = new AtomicInteger(41);
  private final Map<String, String> schemasById = new ConcurrentHashMap<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile @Nullable Answer fixed;

  private FakeRegistry(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.start();
  }

  static FakeRegistry http() throws IOException {
    return new FakeRegistry(HttpServer.create(loopback(), 0));
  }

  static FakeRegistry https(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new FakeRegistry(server);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  void answerAlways(int status, String body) {
    fixed = new Answer(status, body);
  }

  /** The values of the Authorization header so far; "none" where there was none. */
  List<String> authorizations() {
    return authorizations;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(authorization == null ? "none" : authorization);
      Answer answer = fixed == null ? answer(exchange) : fixed;
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/schemas/ids/")) {
      String schema = schemasById.get(path.substring("/schemas/ids/".length()));
      return schema == null
          ? new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
          : new Answer(200, JSON.writeValueAsString(Map.of("schema", schema)));
    }
    if (path.startsWith("/subjects/") && exchange.getRequestMethod().equals("POST")) {
      String schema = JSON.readTree(exchange.getRequestBody()).path("schema").asText();
      int id = ids.incrementAndGet();
      schemasById.put(Integer.toString(id), schema);
      return new Answer(200, "{\"id\":" + id + "}");
    }
    return new Answer(200, "[\"orders-value\"]");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
