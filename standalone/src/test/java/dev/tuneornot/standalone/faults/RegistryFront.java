package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Stands before a registry and answers in its place where a test wants it. */
final class RegistryFront implements AutoCloseable {

  /** How it answers. */
  enum Mode {
    /** As the registry behind it does. */
    PASS,
    /** 500. */
    BROKEN,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 200 with a page for people. */
    GARBAGE,
    /** As the registry does, after two seconds. */
    SLOW,
    /** Connections are closed without a word. */
    DOWN
  }

  private static final Duration DELAY = Duration.ofSeconds(2);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(RegistryFront::thread);
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile String registry;
  private volatile Mode mode = Mode.PASS;

  private final String user;

  private RegistryFront(String registry, HttpServer server, String user) {
    this.registry = registry;
    this.server = server;
    this.user = user;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  static RegistryFront before(String registry) throws IOException {
    return new RegistryFront(registry, HttpServer.create(anyPort(), 0), "");
  }

  /**
   * With TLS, and closed to everybody else.
   *
   * @param user name and password, with a colon between
   */
  static RegistryFront guarded(String registry, SSLContext tls, String user) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new RegistryFront(registry, server, user);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "registry-front");
    thread.setDaemon(true);
    return thread;
  }

  String url() {
    return (user.isEmpty() ? "http" : "https") + "://127.0.0.1:" + server.getAddress().getPort();
  }

  void answer(Mode newMode) {
    mode = newMode;
  }

  /** Puts another registry behind it. */
  void swap(String otherRegistry) {
    registry = otherRegistry;
  }

  private boolean isAllowed(HttpExchange exchange) {
    String expected = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    return user.isEmpty()
        || expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!isAllowed(exchange)) {
      say(exchange, 401, "{\"error_code\":401,\"message\":\"who are you\"}");
      return;
    }
    switch (mode) {
      case PASS -> pass(exchange);
      case BROKEN -> say(exchange, 500, "{\"error_code\":50001,\"message\":\"no store\"}");
      case UNAUTHORIZED -> say(exchange, 401, "{\"error_code\":401,\"message\":\"who are you\"}");
      case FORBIDDEN -> say(exchange, 403, "{\"error_code\":40301,\"message\":\"not for you\"}");
      case GARBAGE -> say(exchange, 200, "<html><body>Please sign in</body></html>");
      case SLOW -> {
        pause();
        pass(exchange);
      }
      case DOWN -> exchange.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(DELAY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      say(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
