package dev.tuneornot.portfolio.importing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the decimals of a number. Thousands may be grouped by the other sign, by
 * apostrophes or by blanks of any kind.
 */
public enum DecimalSign {
  POINT('.', ','),
  COMMA(',', '.');

  private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}]");

  private final char decimal;
  private final Pattern pattern;

  DecimalSign(char decimal, char other) {
    this.decimal = decimal;
    String groups = "";
    for (String group : new String[] {Pattern.quote(String.valueOf(other)), "'", " "}) {
      groups += "|[1-9]\\d{0,2}(?:" + group + "\\d{3})+";
    }
    String point = Pattern.quote(String.valueOf(decimal));
    this.pattern =
        Pattern.compile("[-+]?(?:\\d+" + groups + ")(?:" + point + "\\d+)?(?:[eE][-+]?\\d{1,3})?");
  }

  /** The number that a text is with this sign; null where it is none. */
  @Nullable BigDecimal parse(String text) {
    String plain = BLANKS.matcher(text.strip()).replaceAll(" ").replace('’', '\'');
    plain = plain.replace('\u2212', '-');
    if (plain.length() > 60 || !pattern.matcher(plain).matches()) {
      return null;
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == decimal) {
        digits.append('.');
      } else if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E') {
        digits.append(c);
      }
    }
    return new BigDecimal(digits.toString());
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
