package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one record: what is wrong with it, and what there is of it so far. Field names are
 * worked out from the parser's own context, and only when something is wrong.
 */
final class JsonReading {

  private final ViolationList violations;
  private @Nullable JsonStreamContext outside;
  private @Nullable SpecificRecord record;

  JsonReading(ViolationList violations) {
    this.violations = violations;
  }

  /** Starts with the object at whose first token the parser stands. */
  void start(JsonParser in) {
    outside = in.getParsingContext().getParent();
    record = null;
  }

  /** Forgets the record before. */
  void reset() {
    outside = null;
    record = null;
  }

  /** Told of each record that is begun; the first is the outermost. */
  void begin(SpecificRecord begun) {
    if (record == null) {
      record = begun;
    }
  }

  /** The record as far as it has been read; null if it has not been begun. */
  @Nullable SpecificRecord partial() {
    return record;
  }

  /** Reports the value at the parser's current token, and goes to its last token. */
  void refuse(JsonParser in, String bound) throws IOException {
    JsonToken token = in.currentToken();
    JsonStreamContext context = in.getParsingContext();
    JsonStreamContext holder = token.isStructStart() ? context.getParent() : context;
    violations.add(new Violation(path(holder), shown(in, token), bound));
    in.skipChildren();
  }

  /** Reports the value at the parser's current token, which should have been a record. */
  void refuseRecord(JsonParser in, String bound) throws IOException {
    JsonStreamContext context = in.getParsingContext();
    outside = in.currentToken().isStructStart() ? context.getParent() : context;
    refuse(in, bound);
  }

  /** Reports a field that is absent from the object at whose last token the parser stands. */
  void missing(JsonParser in, String name) {
    String parent = path(in.getParsingContext());
    violations.add(new Violation(violations.child(parent, name), null, Violation.REQUIRED));
  }

  private String path(JsonStreamContext context) {
    if (context == null || context == outside) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return violations.element(parent, context.getCurrentIndex());
    }
    String name = context.getCurrentName();
    return name == null ? parent : violations.child(parent, name);
  }

  private static String shown(JsonParser in, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> "{...}";
      case START_ARRAY -> "[...]";
      default -> in.getText();
    };
  }
}
