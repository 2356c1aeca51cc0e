package dev.tuneornot.streams.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. Whoever is slow, says
 * too much or stays on is cut off: a probe that gets no answer has the application killed.
 */
final class HealthServer implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  /** A connection that is served takes a thread, so that none waits for a slow one. */
  private static final int MOST_CONNECTIONS = 200;

  /** Seconds for a request to arrive. */
  private static final int REQUEST_SECONDS = 5;

  private static final int MOST_HEADER_BYTES = 16 * 1024;

  /** Read once, when the first server of the JVM is made; an operator's own values stay. */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", MOST_CONNECTIONS,
          "sun.net.httpserver.maxReqTime", REQUEST_SECONDS,
          "sun.net.httpserver.maxRspTime", REQUEST_SECONDS,
          "sun.net.httpserver.maxReqHeaderSize", MOST_HEADER_BYTES);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(HealthServer::thread);

  /**
   * @param port 0: any free one
   * @throws StartupException where the address cannot be listened on
   */
  HealthServer(String host, int port, Supplier<Health> health, Supplier<String> metrics) {
    LIMITS.forEach(
        (property, limit) -> {
          if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(limit));
          }
        });
    try {
      server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
    } catch (IOException e) {
      throw new StartupException(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " for /health (tuneornot.http.host, tuneornot.http.port): "
              + e.getMessage(),
          e);
    }
    server.setExecutor(threads);
    serve("/health/live", exchange -> answer(exchange, health.get(), Health::live));
    serve("/health/ready", exchange -> answer(exchange, health.get(), Health::ready));
    serve("/metrics", exchange -> answer(exchange, 200, PROMETHEUS_TEXT, metrics.get()));
    server.start();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "health");
    thread.setDaemon(true);
    return thread;
  }

  /** A context of the server is a prefix. */
  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          if (exchange.getRequestURI().getPath().equals(path)) {
            handler.handle(exchange);
          } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          }
        });
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Health health, Predicate<Health> good)
      throws IOException {
    int status = good.test(health) ? 200 : 503;
    answer(exchange, status, "application/json", health.toJson() + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String contentType, String text)
      throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", contentType);
      boolean head = method.equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
