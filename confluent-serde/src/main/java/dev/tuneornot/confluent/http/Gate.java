package dev.tuneornot.confluent.http;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what may be asked at all: a known method, a name or user that is allowed, a body
 * only where something is written, and writing only by JSON that no other page has sent.
 */
final class Gate extends Handler.Wrapper {
  private static final Pattern JSON =
      Pattern.compile("application/(?:[\\w.-]+\\+)?json", Pattern.CASE_INSENSITIVE);

  /** An address is no name: nobody can make it point elsewhere (DNS rebinding). */
  private static final Pattern ADDRESS =
      Pattern.compile("localhost|\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[[0-9a-f:.%]+]");

  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private final Listening listening;
  private final String methods;

  Gate(Listening listening) {
    this.listening = listening;
    this.methods = String.join(", ", new TreeSet<>(listening.methods()));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    addSecurityHeaders(response.getHeaders());
    Refusal refusal = refusal(request);
    if (refusal == null) {
      return super.handle(request, response, callback);
    }
    if (refusal.header() != null) {
      response.getHeaders().put(refusal.header(), refusal.value());
    }
    Errors.send(response, callback, refusal.status(), refusal.message());
    return true;
  }

  private record Refusal(
      int status, String message, @Nullable HttpHeader header, @Nullable String value) {

    static Refusal of(int status, String message) {
      return new Refusal(status, message, null, null);
    }
  }

  private @Nullable Refusal refusal(Request request) {
    String method = request.getMethod();
    if (!listening.methods().contains(method)) {
      return new Refusal(
          405, "method = " + method + ": must be one of " + methods, HttpHeader.ALLOW, methods);
    }
    // Javalin would take it past its routes; there is nothing for web sockets here.
    if (request.getHeaders().contains("Sec-WebSocket-Version")) {
      return Refusal.of(400, "there are no web sockets here");
    }
    Refusal stranger = stranger(request);
    if (stranger != null) {
      return stranger;
    }
    return Listening.READING.contains(method) ? body(request) : writing(request);
  }

  private @Nullable Refusal stranger(Request request) {
    Listening.Authentication authentication = listening.authentication();
    if (authentication != null) {
      String path = String.valueOf(request.getHttpURI().getPath());
      return authentication.allows(path, request.getHeaders().get(HttpHeader.AUTHORIZATION))
          ? null
          : new Refusal(
              401,
              "a user and the password are needed",
              HttpHeader.WWW_AUTHENTICATE,
              authentication.challenge());
    }
    String name = lowerCase(request.getHttpURI().getHost());
    return ADDRESS.matcher(name).matches() || listening.names().contains(name)
        ? null
        : Refusal.of(
            400,
            "Host = " + name + ": must be localhost, an address or one of tuneornot.http.names");
  }

  private static @Nullable Refusal body(Request request) {
    return hasBody(request) ? Refusal.of(413, "a request must have no body") : null;
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /** A form or a script of another page can send a request, but not as JSON and from here. */
  private static @Nullable Refusal writing(Request request) {
    HttpFields headers = request.getHeaders();
    String site = headers.get("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return Refusal.of(403, "Sec-Fetch-Site = " + site + ": must be same-origin");
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    String own = lowerCase(headers.get(HttpHeader.HOST));
    if (origin != null && !lowerCase(origin).replaceFirst("^https?://", "").equals(own)) {
      return Refusal.of(403, "Origin = " + origin + ": must be that of the Host");
    }
    String type = String.valueOf(headers.get(HttpHeader.CONTENT_TYPE)).split(";", 2)[0].strip();
    return hasBody(request) && !JSON.matcher(type).matches()
        ? Refusal.of(415, "Content-Type = " + type + ": must be application/json")
        : null;
  }

  private static String lowerCase(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** Tells browsers to run and fetch nothing but what this server has. */
  static void addSecurityHeaders(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
  }
}
