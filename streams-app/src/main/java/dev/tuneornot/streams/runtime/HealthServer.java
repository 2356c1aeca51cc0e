package dev.tuneornot.streams.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
final class HealthServer implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int BACKLOG = 50;
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * @param port 0: any free one
   * @throws StartupException where the address cannot be listened on
   */
  HealthServer(String host, int port, Supplier<Health> health, Supplier<String> metrics) {
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
    server.createContext("/health/live", exchange -> answer(exchange, health.get(), Health::live));
    server.createContext(
        "/health/ready", exchange -> answer(exchange, health.get(), Health::ready));
    server.createContext(
        "/metrics", exchange -> answer(exchange, 200, PROMETHEUS_TEXT, metrics.get()));
    server.start();
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
