package dev.tuneornot.standalone.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, decoded.
 *
 * @param path its segments, without empty ones
 */
record Request(String method, List<String> path, Map<String, String> query, String body) {

  static final int MAX_BODY_BYTES = 1024 * 1024;

  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      throw RegistryException.bodyTooLarge(MAX_BODY_BYTES);
    }
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        path(uri.getRawPath()),
        query(uri.getRawQuery()),
        new String(body, StandardCharsets.UTF_8));
  }

  /** Split before decoding, since a subject may contain an encoded slash. */
  private static List<String> path(String raw) {
    return Arrays.stream(raw.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        // In a path, a plus sign is a plus sign.
        .map(segment -> decode(segment.replace("+", "%2B")))
        .toList();
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query.get(name));
  }
}
