package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between HTTP and the routes: one request at a time, everything answered as JSON. */
final class RegistryHandler implements HttpHandler {

  private record Answer(int status, Object body) {}

  private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Router router;

  RegistryHandler(Router router) {
    this.router = router;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      RequestGuard.check(exchange);
      Request request = Request.read(exchange);
      // The state behind the routes is not thread-safe; reading a slow request happens outside.
      synchronized (router) {
        return new Answer(200, router.handle(request));
      }
    } catch (RegistryException e) {
      return new Answer(e.status(), new ErrorMessage(e.errorCode(), e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      return new Answer(500, new ErrorMessage(500, "Internal error: " + e));
    }
  }
}
