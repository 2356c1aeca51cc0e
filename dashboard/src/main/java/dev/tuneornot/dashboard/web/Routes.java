package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which endpoint a path belongs to. Paths are compared as they were sent: nothing is decoded or
 * normalised before, so no path can mean another.
 */
final class Routes {
  private final Map<String, Endpoint> exact = new LinkedHashMap<>();
  private final Map<String, Endpoint> below = new LinkedHashMap<>();

  /**
   * @param name for metrics: the path, with braces for what varies
   * @param rest decoded
   */
  record Match(String name, Endpoint endpoint, String rest) {}

  Routes exact(String path, Endpoint endpoint) {
    exact.put(path, endpoint);
    return this;
  }

  /**
   * @param path ends with a slash
   */
  Routes below(String path, Endpoint endpoint) {
    below.put(path, endpoint);
    return this;
  }

  /**
   * @throws HttpException where what varies is not percent-encoded UTF-8
   */
  Optional<Match> match(String path) {
    Endpoint endpoint = exact.get(path);
    if (endpoint != null) {
      return Optional.of(new Match(path, endpoint, ""));
    }
    for (Map.Entry<String, Endpoint> entry : below.entrySet()) {
      String start = entry.getKey();
      if (path.length() > start.length() && path.startsWith(start)) {
        String rest = decoded(path.substring(start.length()));
        return Optional.of(new Match(start + "{}", entry.getValue(), rest));
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(hexadecimal(text, i + 1) << 4 | hexadecimal(text, i + 2));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new HttpException(400, "the path must be percent-encoded UTF-8");
    }
  }

  private static int hexadecimal(String text, int position) {
    int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
    if (digit < 0) {
      throw new HttpException(400, "the path must be percent-encoded UTF-8");
    }
    return digit;
  }
}
