package dev.tuneornot.dashboard.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a request is answered with. */
@FunctionalInterface
interface Answer {

  /** Sends it; the callback is completed when it has gone, or cannot go. */
  void send(Request request, Response response, Callback callback);

  /** JSON that is not to be kept by anybody. */
  static Answer json(byte[] body) {
    return json(200, body);
  }

  static Answer json(int status, byte[] body) {
    return (request, response, callback) -> {
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      write(response, callback, status, "application/json", body);
    };
  }

  static void write(
      Response response, Callback callback, int status, String contentType, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
