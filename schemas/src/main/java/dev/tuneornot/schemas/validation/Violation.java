package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.Nullable;

/**
 * A field that is out of its bounds.
 *
 * @param field dotted path, such as {@code periods[2].tuning.trainingPerMTok}; empty for the record
 *     as a whole
 * @param value the offending value as text, with control characters escaped and shortened to 80
 *     characters; null where there is none
 * @param bound in words that follow "must be", such as {@code 0..1} or {@code at most 500
 *     characters}; or {@link #UNKNOWN_FIELD}, or "and n more" at the end of a list that was cut
 */
public record Violation(String field, @Nullable String value, String bound) {

  /** The bound of a field that the schema does not have. */
  public static final String UNKNOWN_FIELD = "unknown field";

  /** The bound of a field without a default that is absent or null. */
  public static final String REQUIRED = "given";

  private static final int LONGEST_FIELD = 200;
  private static final int LONGEST_VALUE = 80;
  private static final int LONGEST_BOUND = 400;

  /** Makes every component fit for a terminal and a log line. */
  public Violation {
    field = DisplayText.of(field, LONGEST_FIELD);
    value = value == null ? null : DisplayText.of(value, LONGEST_VALUE);
    bound = DisplayText.of(bound, LONGEST_BOUND);
  }

  /** A text out of unknown hands, fit to be shown: escaped, and shortened as a value is. */
  public static String displayed(String text) {
    return DisplayText.of(text, LONGEST_VALUE);
  }

  /** For a person: {@code workload.cachedShare = 1.5: must be 0..1}. */
  @Override
  public String toString() {
    String name = field.isEmpty() ? "record" : field;
    String subject = value == null ? name : name + " = " + value;
    return subject + ": " + (isStatement() ? bound : "must be " + bound);
  }

  private boolean isStatement() {
    return bound.equals(UNKNOWN_FIELD) || bound.startsWith("and ");
  }
}
