package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.Nullable;

/** Checks of enums: a symbol that this version does not know is refused in an input. */
public final class Symbols {
  /** What a reader of Avro takes for a symbol that its version does not have. */
  public static final String NEWER = "OTHER";

  static final String KNOWN = "a symbol that this version knows";

  private Symbols() {}

  static boolean known(Report report, String parent, String name, @Nullable Enum<?> symbol) {
    if (symbol == null) {
      report.violation(parent, name, null, Violation.REQUIRED);
      return false;
    }
    if (symbol.name().equals(NEWER)) {
      report.violation(parent, name, symbol, KNOWN);
      return false;
    }
    return true;
  }
}
