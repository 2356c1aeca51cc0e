package dev.tuneornot.cli.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * A column of a table for people.
 *
 * @param minimum characters below which it is never shrunk
 * @param usual characters that its cells usually need, where rows are not known beforehand
 * @param style null: plain
 */
public record TableColumn<T>(
    String header,
    Side side,
    Shrink shrink,
    int minimum,
    int usual,
    Importance importance,
    Function<T, String> text,
    Function<T, @Nullable Style> style) {

  private static final int USUAL_FIGURE = 9;

  /** The side to which a column is aligned. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** Whether the cells of a column go over several lines where space is short. */
  public enum Shrink {
    NEVER,
    /** Only where nothing else is left: names and ids, which break anywhere. */
    LAST,
    /** Before others: sentences and lists, which break at blanks. */
    FIRST
  }

  /** When a column is left out. */
  public enum Importance {
    /** Never. */
    ESSENTIAL,
    /** Where the terminal is too narrow even for shrunk columns, the last one first. */
    USEFUL,
    /** Where others would have to shrink. */
    EXTRA
  }

  /** A column that is as wide as its widest cell. */
  public static <T> TableColumn<T> fixed(String header, Function<T, String> text) {
    return new TableColumn<>(
        header,
        Side.LEFT,
        Shrink.NEVER,
        0,
        header.length(),
        Importance.ESSENTIAL,
        text,
        row -> null);
  }

  /** The same for figures. */
  public static <T> TableColumn<T> figure(String header, Function<T, String> text) {
    return new TableColumn<>(
        header, Side.RIGHT, Shrink.NEVER, 0, USUAL_FIGURE, Importance.ESSENTIAL, text, row -> null);
  }

  /** A column of names or ids. */
  public static <T> TableColumn<T> name(
      String header, int minimum, int usual, Function<T, String> text) {
    return new TableColumn<>(
        header, Side.LEFT, Shrink.LAST, minimum, usual, Importance.ESSENTIAL, text, row -> null);
  }

  /** A column of sentences or lists. */
  public static <T> TableColumn<T> words(
      String header, int minimum, int usual, Function<T, String> text) {
    return new TableColumn<>(
        header, Side.LEFT, Shrink.FIRST, minimum, usual, Importance.ESSENTIAL, text, row -> null);
  }

  /** The same column, left out where others would have to shrink. */
  public TableColumn<T> asExtra() {
    return as(Importance.EXTRA);
  }

  /** The same column, left out where the terminal is too narrow even for shrunk columns. */
  public TableColumn<T> asUseful() {
    return as(Importance.USEFUL);
  }

  private TableColumn<T> as(Importance other) {
    return new TableColumn<>(header, side, shrink, minimum, usual, other, text, style);
  }

  /** The same column of rows that hold such a row. */
  public <R> TableColumn<R> of(Function<R, T> part) {
    return new TableColumn<>(
        header,
        side,
        shrink,
        minimum,
        usual,
        importance,
        row -> text.apply(part.apply(row)),
        row -> style.apply(part.apply(row)));
  }

  /** The same column in colour. */
  public TableColumn<T> styled(Function<T, @Nullable Style> by) {
    return new TableColumn<>(header, side, shrink, minimum, usual, importance, text, by);
  }

  /** What a row shows in this column, fit for a terminal. */
  String cell(T row) {
    return Printable.of(text.apply(row));
  }
}
