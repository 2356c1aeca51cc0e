package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.dashboard.config.Credentials;
import dev.tuneornot.dashboard.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Basic authentication (RFC 7617) of everything but the probes. */
final class Authentication extends Handler.Wrapper {
  private static final String SCHEME = "Basic ";
  private static final String PROBES = "/health/";

  private final byte[] expected;

  Authentication(Handler handler, Credentials credentials) {
    super(handler);
    this.expected = digest((credentials.user() + ":" + credentials.password()).getBytes(UTF_8));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    boolean probe = path != null && path.startsWith(PROBES);
    if (probe || isAllowed(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      return super.handle(request, response, callback);
    }
    response
        .getHeaders()
        .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"tune-or-not\", charset=\"UTF-8\"");
    Answer.json(401, Json.error("a user and the password are needed"))
        .send(request, response, callback);
    return true;
  }

  private boolean isAllowed(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    try {
      byte[] given = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      return MessageDigest.isEqual(expected, digest(given));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Of one length, so that comparing takes the same time whatever was given. */
  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
