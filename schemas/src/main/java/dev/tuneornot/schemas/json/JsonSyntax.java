package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.validation.Violation;

/** How the parser is set up, and what its complaints say to a person. */
final class JsonSyntax {

  private static final int DEEPEST = 100;

  /**
   * NaN and the infinities are let through to be refused by field. The lengths of a name, number or
   * string are limited by that of the record alone.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(RecordLimits.BYTES)
                  .maxNumberLength(RecordLimits.BYTES)
                  .maxStringLength(RecordLimits.BYTES)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private JsonSyntax() {}

  /** What is wrong with a record that is no JSON. */
  static Violation malformed(JsonProcessingException problem) {
    if (problem instanceof StreamConstraintsException) {
      return new Violation("", null, "nested at most " + DEEPEST + " levels deep");
    }
    if (problem instanceof JsonEOFException) {
      return new Violation("", null, "valid JSON; it ends before it is complete");
    }
    JsonLocation location = problem.getLocation();
    String place =
        location == null
            ? ""
            : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    return new Violation("", null, "valid JSON: " + problem.getOriginalMessage() + place);
  }
}
