package dev.tuneornot.portfolio.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** A cell of a sheet, with what the file knows of its type. Text files know text only. */
public sealed interface Cell {

  /** As a person sees it, near enough; empty for a blank one. */
  String shown();

  default boolean isBlank() {
    return this instanceof Blank;
  }

  /** A text, an error that a spreadsheet has written as text, or nothing. */
  static Cell ofText(String text) {
    String stripped = strip(text);
    if (stripped.isEmpty()) {
      return new Blank();
    }
    return Fault.ERROR.matcher(stripped).matches() ? new Fault(stripped) : new Text(stripped);
  }

  /** Without white space around it, the no-break spaces among it. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  /** Nothing. */
  record Blank() implements Cell {
    @Override
    public String shown() {
      return "";
    }
  }

  /** Text that is not blank, without white space around it. */
  record Text(String value) implements Cell {
    @Override
    public String shown() {
      return value;
    }
  }

  /**
   * A number that the file has as one.
   *
   * @param percent whether it is shown as a percentage: 0.8 as 80 %
   * @param currency code or sign of the currency in which it is shown; empty where in none
   */
  record Amount(BigDecimal value, boolean percent, String currency) implements Cell {
    @Override
    public String shown() {
      return value.stripTrailingZeros().toPlainString();
    }
  }

  /** A day, or a day and a time of it, without an offset. */
  record Moment(LocalDateTime value) implements Cell {
    @Override
    public String shown() {
      return value.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? value.toLocalDate().toString()
          : value.toString();
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Cell {
    @Override
    public String shown() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /**
   * A formula that has no value, or an error for one.
   *
   * @param code such as {@code #REF!}; {@link #NO_VALUE} where the file has none
   */
  record Fault(String code) implements Cell {

    /** Of a formula that no spreadsheet has calculated yet. */
    public static final String NO_VALUE = "formula without a value";

    // The names differ by language: #REF!, #BEZUG!, #REF!; #N/A, #NV, #N/A.
    static final Pattern ERROR = Pattern.compile("#(\\p{Lu}[\\p{Lu}/0-9_]*[!?]|N/A|NV|N/D)");

    @Override
    public String shown() {
      return code;
    }
  }
}
