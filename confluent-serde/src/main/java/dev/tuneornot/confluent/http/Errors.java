package dev.tuneornot.confluent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers that say what is wrong: {@code {"error": "..."}}. */
final class Errors {

  private Errors() {}

  static String json(String message) {
    return JsonNodeFactory.instance.objectNode().put("error", message).toString();
  }

  static void send(Response response, Callback callback, int status, String message) {
    byte[] body = json(message).getBytes(UTF_8);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
