package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.http.Listening;
import dev.tuneornot.dashboard.config.Credentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Basic authentication (RFC 7617) of everything but the probes. */
final class BasicAuthentication implements Listening.Authentication {
  private static final String SCHEME = "Basic ";
  private static final String PROBES = "/health/";

  private final byte[] expected;

  BasicAuthentication(Credentials credentials) {
    this.expected = digest((credentials.user() + ":" + credentials.password()).getBytes(UTF_8));
  }

  @Override
  public boolean allows(String path, @Nullable String authorization) {
    return path.startsWith(PROBES) || isKnown(authorization);
  }

  @Override
  public String challenge() {
    return "Basic realm=\"tune-or-not\", charset=\"UTF-8\"";
  }

  private boolean isKnown(@Nullable String header) {
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
