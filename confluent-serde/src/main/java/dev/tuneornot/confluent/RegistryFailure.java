package dev.tuneornot.confluent;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the serializer, deserializer or registry client means for the record at hand.
 *
 * <p>Confluent's classes wrap nearly everything in {@code SerializationException}, also "connection
 * refused"; so the answer is in the chain of causes.
 */
public enum RegistryFailure {
  /**
   * No registry answered, or it could not just now: connection, timeout, TLS, statuses 408, 425,
   * 429 and 5xx, or an answer that is no registry's. Says nothing about the record: retry.
   */
  UNREACHABLE,
  /** The registry refused our credentials or rights: statuses 401, 403. An operator must act. */
  UNAUTHORIZED,
  /** The registry answered that it has no such subject, version or schema. */
  NOT_FOUND,
  /** Anything else, above all a payload that does not decode, or a schema that is refused. */
  OTHER;

  // A registry's own "not found" codes are 40401 to 40499. A bare 404 comes from a wrong path or a
  // proxy and must not condemn a good record.
  private static final int NOT_FOUND_CODES = 404;

  // Where a registry answers with an error code of three digits, which then is the HTTP status,
  // AbstractKafkaSchemaSerDe.toKafkaException() drops the cause and keeps its message only.
  private static final Pattern STATUS_IN_MESSAGE = Pattern.compile("; error code: (4\\d\\d)$");

  // A chain of causes may be a ring.
  private static final int MAX_DEPTH = 32;

  /** The meaning of a failure, from the outermost cause that tells. */
  public static RegistryFailure of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof RestClientException answer) {
        return of(answer.getStatus(), answer.getErrorCode());
      }
      if (cause instanceof InvalidConfigurationException) {
        return ofMessage(cause.getMessage());
      }
      if (cause instanceof IOException) {
        return isAboutPayload(cause) ? OTHER : UNREACHABLE;
      }
      cause = cause.getCause();
    }
    return OTHER;
  }

  private static RegistryFailure ofMessage(@Nullable String message) {
    Matcher matcher = STATUS_IN_MESSAGE.matcher(message == null ? "" : message);
    if (!matcher.find()) {
      return OTHER;
    }
    int status = Integer.parseInt(matcher.group(1));
    return of(status, status);
  }

  private static RegistryFailure of(int status, int errorCode) {
    if (status == 401 || status == 403) {
      return UNAUTHORIZED;
    }
    if (status == 404) {
      return errorCode / 100 == NOT_FOUND_CODES ? NOT_FOUND : UNREACHABLE;
    }
    boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
    return passing ? UNREACHABLE : OTHER;
  }

  // Avro's decoder reports a truncated or corrupt payload as an IOException, too: EOFException
  // (which a broken connection never is by itself) and types of its own.
  private static boolean isAboutPayload(Throwable cause) {
    return cause instanceof EOFException
        || cause.getClass().getName().startsWith("org.apache.avro.");
  }
}
