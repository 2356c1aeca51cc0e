package dev.tuneornot.cli.output;

/** Text of others on a terminal: what would steer the terminal is shown, not obeyed. */
public final class Printable {

  private Printable() {}

  /** The text with control and invisible formatting characters as escapes. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Printable::steers)) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (steers(character)) {
                printable.append(String.format("\\u%04x", character));
              } else {
                printable.appendCodePoint(character);
              }
            });
    return printable.toString();
  }

  private static boolean steers(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
