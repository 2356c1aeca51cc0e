package dev.tuneornot.standalone.registry;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what only a browser would send on behalf of another site: nobody signs in here, so a page
 * that has its own name resolve to 127.0.0.1 could otherwise write.
 */
final class RequestGuard {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
  private static final Set<String> JSON =
      Set.of(
          "application/json",
          "application/vnd.schemaregistry+json",
          "application/vnd.schemaregistry.v1+json");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

  private RequestGuard() {}

  /**
   * @throws RegistryException 403 where Host or Origin is another site's, 415 where a body is not
   *     said to be JSON
   */
  static void check(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    if (host == null || !HOSTS.contains(name(host))) {
      throw RegistryException.forbidden("Host = " + host + ": must be one of " + HOSTS);
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw RegistryException.forbidden("Origin = " + origin + ": must be http://" + host);
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && !FROM_HERE.contains(site)) {
      throw RegistryException.forbidden("Sec-Fetch-Site = " + site + ": must be same-origin");
    }
    String contentType = headers.getFirst("Content-Type");
    if (WITH_BODY.contains(exchange.getRequestMethod()) && !isJson(contentType)) {
      throw RegistryException.unsupportedMediaType(contentType);
    }
  }

  /** Without the port, which a tunnel may change. */
  private static String name(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && JSON.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
