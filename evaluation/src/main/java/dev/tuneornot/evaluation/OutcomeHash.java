package dev.tuneornot.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as words to hash, so that no two sequences of values give the same words. */
final class OutcomeHash {
  private static final long ABSENT = 0;
  private static final long PRESENT = 1;

  private final MurmurHash hash = new MurmurHash();

  void number(int number) {
    hash.put(number);
  }

  void figure(@Nullable Double figure) {
    if (figure == null) {
      hash.put(ABSENT);
    } else {
      hash.put(PRESENT);
      hash.put(Double.doubleToLongBits(figure));
    }
  }

  void count(@Nullable Long count) {
    if (count == null) {
      hash.put(ABSENT);
    } else {
      hash.put(PRESENT);
      hash.put(count);
    }
  }

  /** By the hash of its name, which Java defines: the order of symbols may change. */
  void symbol(@Nullable Enum<?> symbol) {
    hash.put(symbol == null ? ABSENT : PRESENT | (long) symbol.name().hashCode() << 8);
  }

  void symbols(List<? extends Enum<?>> symbols) {
    size(symbols);
    for (int i = 0; i < symbols.size(); i++) {
      symbol(symbols.get(i));
    }
  }

  void size(List<?> list) {
    hash.put(list.size());
  }

  /** Four UTF-16 units a word. */
  void text(@Nullable String text) {
    if (text == null) {
      hash.put(ABSENT);
      return;
    }
    hash.put(PRESENT | (long) text.length() << 8);
    int whole = text.length() & ~3;
    for (int i = 0; i < whole; i += 4) {
      hash.put(
          (long) text.charAt(i) << 48
              | (long) text.charAt(i + 1) << 32
              | (long) text.charAt(i + 2) << 16
              | text.charAt(i + 3));
    }
    if (whole < text.length()) {
      long rest = 0;
      for (int i = whole; i < text.length(); i++) {
        rest = rest << 16 | text.charAt(i);
      }
      hash.put(rest);
    }
  }

  byte[] digest() {
    return hash.digest();
  }
}
