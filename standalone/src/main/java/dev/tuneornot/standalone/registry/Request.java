package dev.tuneornot.standalone.registry;

import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is read. */
@SuppressWarnings("ArrayRecordComponent") // Read once, for one request.
record Request(Context context, byte[] body) {

  static final int MAX_BODY_BYTES = 1024 * 1024;

  /**
   * @throws RegistryException 413 for a body above {@link #MAX_BODY_BYTES}
   */
  static Request read(Context context) throws IOException {
    byte[] body = context.bodyInputStream().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      throw RegistryException.bodyTooLarge(MAX_BODY_BYTES);
    }
    return new Request(context, body);
  }

  /** The value of {@code {name}} in the path, decoded. */
  String path(String name) {
    return context.pathParam(name);
  }

  /**
   * The subject in the path.
   *
   * @throws RegistryException 42208 if it may not be one
   */
  String subject() {
    return SubjectName.check(path("subject"));
  }

  @Nullable String query(String name) {
    return context.queryParam(name);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query(name));
  }
}
