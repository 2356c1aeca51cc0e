package dev.tuneornot.portfolio.importing;

import java.util.Optional;

/**
 * What a heading says.
 *
 * @param field that it stands for; empty where that is not sure
 * @param suggestion where it is not sure: the field that it is most like
 * @param reason why it is not sure, in words; empty otherwise
 * @param rank the lower the surer, where two headings stand for one field
 */
public record FieldMatch(
    Optional<Field> field, How how, Optional<Field> suggestion, String reason, int rank) {

  /** How a field was found. */
  public enum How {
    GIVEN(0, "as given"),
    PATH(1, "its name"),
    HEADING(2, "a name of it"),
    LIKENESS(3, "by likeness"),
    NONE(4, "");

    /** The lower the surer. */
    private final int order;

    private final String words;

    How(int order, String words) {
      this.order = order;
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static final FieldMatch NOTHING = unsure(Optional.empty(), "");

  static FieldMatch sure(Field field, How how, int rank) {
    return new FieldMatch(Optional.of(field), how, Optional.empty(), "", how.order * 1000 + rank);
  }

  static FieldMatch unsure(Optional<Field> suggestion, String reason) {
    return new FieldMatch(Optional.empty(), How.NONE, suggestion, reason, Integer.MAX_VALUE);
  }
}
