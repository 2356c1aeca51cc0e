package dev.tuneornot.schemas.convert;

import dev.tuneornot.schemas.validation.Symbols;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a generated enum by the symbols that may be written. {@link Symbols#NEWER} is
 * none of them. Immutable.
 */
public final class SymbolTable {

  private final String[] symbols;
  private final Object[] constants;
  private final String bound;

  private SymbolTable(String[] symbols, Object[] constants) {
    this.symbols = symbols;
    this.constants = constants;
    this.bound = "one of " + String.join(", ", List.of(symbols));
  }

  /** The table of an enum schema whose class is on our class path. */
  public static SymbolTable of(Schema schema) {
    Object[] constants =
        Arrays.stream(ModelClasses.of(schema).getEnumConstants())
            .filter(constant -> !constant.toString().equals(Symbols.NEWER))
            .toArray();
    String[] symbols = new String[constants.length];
    for (int i = 0; i < constants.length; i++) {
      symbols[i] = constants[i].toString();
    }
    return new SymbolTable(symbols, constants);
  }

  /** The constant of a symbol; null where there is none. */
  public @Nullable Object find(String symbol) {
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i].equals(symbol)) {
        return constants[i];
      }
    }
    return null;
  }

  /** As {@link #find(String)}, from a parser's buffer: a String for each symbol would be waste. */
  public @Nullable Object find(char[] text, int offset, int length) {
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i].length() == length && matches(symbols[i], text, offset)) {
        return constants[i];
      }
    }
    return null;
  }

  /** What must be, in words. */
  public String bound() {
    return bound;
  }

  private static boolean matches(String symbol, char[] text, int offset) {
    for (int i = 0; i < symbol.length(); i++) {
      if (symbol.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
