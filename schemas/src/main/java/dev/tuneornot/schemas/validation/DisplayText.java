package dev.tuneornot.schemas.validation;

/** Text out of unknown hands, made fit for a terminal and a log line. */
final class DisplayText {

  private DisplayText() {}

  /** Shortened to {@code longest} code points, with everything invisible escaped; idempotent. */
  static String of(String text, int longest) {
    return isPlain(text) && text.length() <= longest ? text : shortened(text, longest);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String shortened(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      String piece = escaped(codePoint);
      count += piece.codePointCount(0, piece.length());
      boolean last = i == text.length();
      if (count > longest || (count == longest && !last)) {
        return shown.append('…').toString();
      }
      shown.append(piece);
    }
    return shown.toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          isInvisible(codePoint)
              ? String.format("\\u%04x", codePoint)
              : Character.toString(codePoint);
    };
  }

  // Format characters include the bidirectional overrides, which could disguise the line.
  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
