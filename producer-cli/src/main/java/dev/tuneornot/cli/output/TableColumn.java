package dev.tuneornot.cli.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * A column of a table for people.
 *
 * @param minimum characters below which it is never shrunk; 0: it is never shrunk at all
 * @param usual characters that its cells usually need, where rows are not known beforehand
 * @param expendable left out where the terminal is too narrow for everything
 * @param style null: plain
 */
public record TableColumn<T>(
    String header,
    Side side,
    int minimum,
    int usual,
    boolean expendable,
    Function<T, String> text,
    Function<T, @Nullable Style> style) {

  /** The side to which a column is aligned. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** A column that is as wide as its widest cell. */
  public static <T> TableColumn<T> fixed(String header, Function<T, String> text) {
    return new TableColumn<>(header, Side.LEFT, 0, header.length(), false, text, row -> null);
  }

  /** The same for figures. */
  public static <T> TableColumn<T> figure(String header, Function<T, String> text) {
    return new TableColumn<>(header, Side.RIGHT, 0, 9, false, text, row -> null);
  }

  /** A column whose cells may go over several lines. */
  public static <T> TableColumn<T> wrapped(
      String header, int minimum, int usual, Function<T, String> text) {
    return new TableColumn<>(header, Side.LEFT, minimum, usual, false, text, row -> null);
  }

  /** The same column, left out first where space is short. */
  public TableColumn<T> asExpendable() {
    return new TableColumn<>(header, side, minimum, usual, true, text, style);
  }

  /** The same column in colour. */
  public TableColumn<T> styled(Function<T, @Nullable Style> by) {
    return new TableColumn<>(header, side, minimum, usual, expendable, text, by);
  }

  /** What a row shows in this column, fit for a terminal. */
  String cell(T row) {
    return Printable.of(text.apply(row));
  }
}
