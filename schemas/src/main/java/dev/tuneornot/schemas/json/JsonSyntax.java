package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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

  /**
   * What is wrong with a record that is no JSON.
   *
   * @param place where in the input
   */
  static Violation malformed(JsonProcessingException problem, String place) {
    String complaint = problem.getOriginalMessage();
    if (problem instanceof StreamConstraintsException && complaint.contains("nesting depth")) {
      return new Violation("", null, "nested at most " + DEEPEST + " levels deep");
    }
    // Where a structure began is said as well, in terms of the parser's buffers.
    if (complaint.startsWith("Unexpected end-of-input")) {
      return new Violation("", null, "valid JSON; it ends before it is complete");
    }
    return new Violation("", null, "valid JSON: " + complaint + place);
  }

  /** For a document that is one line of its file. */
  static String column(JsonProcessingException problem) {
    JsonLocation location = problem.getLocation();
    return location == null ? "" : " (column " + location.getColumnNr() + ")";
  }

  /** For a document that is the file. */
  static String lineAndColumn(JsonProcessingException problem) {
    JsonLocation location = problem.getLocation();
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
