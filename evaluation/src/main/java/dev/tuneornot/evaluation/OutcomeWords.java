package dev.tuneornot.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as words to hash, so that no two sequences of values give the same words. Each method
 * writes at {@code at} and returns where the next word goes: a position in a field would be loaded
 * and stored again for each of the hundred words, one after the other.
 */
final class OutcomeWords {

  private static final long ABSENT = 0;
  private static final long PRESENT = 1;

  /** A NaN that {@link Double#doubleToLongBits} gives for no value. */
  private static final long NO_FIGURE = 0x7ff8000000000001L;

  /** Counts are 0 or more. */
  private static final long NO_COUNT = Long.MIN_VALUE;

  private static final int UNITS_IN_A_WORD = 4;
  private static final int SYMBOLS_IN_A_WORD = 8;
  private static final int SYMBOLS_IN_THE_FIRST = 4;

  private OutcomeWords() {}

  static int number(long[] words, int at, int number) {
    words[at] = number;
    return at + 1;
  }

  static int figure(long[] words, int at, @Nullable Double figure) {
    words[at] = figure == null ? NO_FIGURE : Double.doubleToLongBits(figure);
    return at + 1;
  }

  static int count(long[] words, int at, @Nullable Long count) {
    words[at] = count == null ? NO_COUNT : count;
    return at + 1;
  }

  /**
   * A symbol as one of eight bytes of a word. By its ordinal: the contract's enums only grow at
   * their end.
   */
  @SuppressWarnings("EnumOrdinal")
  static long symbol(@Nullable Enum<?> symbol) {
    return symbol == null ? 0 : symbol.ordinal() + 1;
  }

  /** Four in the first word behind their number, eight in each of the others. */
  static int symbols(long[] words, int at, List<? extends Enum<?>> symbols) {
    int size = symbols.size();
    int next = at;
    long word = size;
    for (int i = 0; i < size; i++) {
      if (i % SYMBOLS_IN_A_WORD == SYMBOLS_IN_THE_FIRST) {
        words[next++] = word;
        word = 0;
      }
      word = word << Byte.SIZE | symbol(symbols.get(i));
    }
    words[next] = word;
    return next + 1;
  }

  /** Four UTF-16 units a word. */
  static int text(long[] words, int at, @Nullable String text) {
    if (text == null) {
      words[at] = ABSENT;
      return at + 1;
    }
    int length = text.length();
    words[at] = PRESENT | (long) length << 8;
    int next = at + 1;
    int whole = length & -UNITS_IN_A_WORD;
    for (int i = 0; i < whole; i += UNITS_IN_A_WORD) {
      words[next++] =
          (long) text.charAt(i) << 48
              | (long) text.charAt(i + 1) << 32
              | (long) text.charAt(i + 2) << 16
              | text.charAt(i + 3);
    }
    if (whole == length) {
      return next;
    }
    long rest = 0;
    for (int i = whole; i < length; i++) {
      rest = rest << 16 | text.charAt(i);
    }
    words[next] = rest;
    return next + 1;
  }

  /** How many words there may be of a text. */
  static int mostOf(@Nullable String text) {
    return text == null ? 1 : 2 + text.length() / UNITS_IN_A_WORD;
  }

  /** How many words there may be of a list of symbols. */
  static int mostOf(List<? extends Enum<?>> symbols) {
    return 2 + symbols.size() / SYMBOLS_IN_A_WORD;
  }
}
