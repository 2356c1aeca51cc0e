package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.Nullable;

/** Checks of strings. Lengths count code points; what UTF-8 cannot carry is refused. */
final class Texts {

  static final String ENCODABLE = "text without unpaired surrogates";
  static final String PROVIDER = "a provider's name: lower-case, no slash, no white space";
  static final String MODEL_ID =
      "provider/model: a lower-case provider, a slash, a name, no white space";

  private static final int LONGEST_NAME = 200;
  private static final String NAME = "1..200 characters, no control characters";

  private Texts() {}

  /** 1..200 characters, no control characters: a proposalId or a portfolio. */
  static boolean name(Report report, String field, @Nullable String text) {
    return (text != null && isName(text)) || refused(report, field, text, NAME);
  }

  /** At most {@code longest} characters. */
  static boolean text(
      Report report, String field, @Nullable String text, int longest, String bound) {
    return encodable(report, field, text)
        && (text == null || isAtMost(text, longest) || refused(report, field, text, bound));
  }

  /** Any text that UTF-8 can carry. */
  static boolean encodable(Report report, String field, @Nullable String text) {
    if (text == null) {
      return refused(report, field, null, Violation.REQUIRED);
    }
    return isEncodable(text) || refused(report, field, text, ENCODABLE);
  }

  static boolean isName(String text) {
    if (text.isEmpty() || !isAtMost(text, LONGEST_NAME)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return isEncodable(text) && text.chars().noneMatch(Character::isISOControl);
      }
      if (Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  /** What stands before the first slash of a model id. */
  static boolean isProvider(String text) {
    return text.indexOf('/') < 0 && isModelId(text + "/any");
  }

  static boolean isModelId(@Nullable String text) {
    if (text == null) {
      return false;
    }
    int slash = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return isModelIdBeyondAscii(text);
      }
      if (isWhiteSpace(c) || (slash < 0 && isUpperCase(c))) {
        return false;
      }
      if (slash < 0 && c == '/') {
        slash = i;
      }
    }
    return slash > 0 && slash < text.length() - 1;
  }

  private static boolean isModelIdBeyondAscii(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1 || !isEncodable(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (isWhiteSpace(codePoint) || (i < slash && isUpperCase(codePoint))) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }

  private static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  // Counting is only needed where surrogate pairs could make the difference.
  private static boolean isAtMost(String text, int longest) {
    return text.length() <= longest
        || (text.length() <= 2 * longest && text.codePointCount(0, text.length()) <= longest);
  }

  // Unicode's White_Space: neither of Java's two notions has the no-break spaces and U+0085 both.
  // Looking up a character's type is what takes the time, and nearly all are ASCII.
  private static boolean isWhiteSpace(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint <= ' ' && Character.isWhitespace(codePoint);
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }

  private static boolean isUpperCase(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'A' && codePoint <= 'Z';
    }
    return Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
  }

  private static boolean refused(Report report, String field, @Nullable String text, String bound) {
    report.violation("", field, text, bound);
    return false;
  }
}
