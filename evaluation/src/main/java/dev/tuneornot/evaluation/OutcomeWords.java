package dev.tuneornot.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as words to hash, so that no two sequences of values give the same words. Each method
 * writes at {@code at} and returns where the next word goes: a position in a field would be loaded
 * and stored again for each of the nearly two hundred words, one after the other.
 */
final class OutcomeWords {

  /** The most words of a figure, a count or a symbol. */
  static final int MOST_OF_A_VALUE = 2;

  private static final long ABSENT = 0;
  private static final long PRESENT = 1;
  private static final int UNITS_IN_A_WORD = 4;

  private OutcomeWords() {}

  static int number(long[] words, int at, int number) {
    words[at] = number;
    return at + 1;
  }

  static int figure(long[] words, int at, @Nullable Double figure) {
    if (figure == null) {
      words[at] = ABSENT;
      return at + 1;
    }
    words[at] = PRESENT;
    words[at + 1] = Double.doubleToLongBits(figure);
    return at + 2;
  }

  static int count(long[] words, int at, @Nullable Long count) {
    if (count == null) {
      words[at] = ABSENT;
      return at + 1;
    }
    words[at] = PRESENT;
    words[at + 1] = count;
    return at + 2;
  }

  /** By the hash of its name, which Java defines: the order of symbols may change. */
  static int symbol(long[] words, int at, @Nullable Enum<?> symbol) {
    words[at] = symbol == null ? ABSENT : PRESENT | (long) symbol.name().hashCode() << 8;
    return at + 1;
  }

  static int symbols(long[] words, int at, List<? extends Enum<?>> symbols) {
    int size = symbols.size();
    int next = number(words, at, size);
    for (int i = 0; i < size; i++) {
      next = symbol(words, next, symbols.get(i));
    }
    return next;
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
    return 1 + symbols.size();
  }
}
