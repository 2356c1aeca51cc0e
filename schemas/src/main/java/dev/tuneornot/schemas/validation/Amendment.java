package dev.tuneornot.schemas.validation;

/**
 * A value that was taken for another one before the bounds were checked.
 *
 * @param field as that of a {@link Violation}
 * @param written as it stood in the file
 * @param taken what the record has now
 */
public record Amendment(String field, String written, String taken) {

  /** For a person: {@code baselineModel = gpt-4o mini: taken as openai/gpt-4o-mini-2024-07-18}. */
  @Override
  public String toString() {
    return "%s = %s: taken as %s"
        .formatted(field, Violation.displayed(written), Violation.displayed(taken));
  }
}
