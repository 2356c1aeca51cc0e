package dev.tuneornot.cli.console;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * Numbers of flags. Half of the world groups thousands with a point and the other half with a
 * comma, so that 15.000 is asked about and not read.
 */
public final class NumberConverters {

  private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9]\\d{0,2}([.,' ]\\d{3})+");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+");

  private NumberConverters() {}

  /** For all options and parameters of a command and of those below it. */
  public static CommandLine register(CommandLine commandLine) {
    return commandLine
        .registerConverter(BigDecimal.class, text -> number(text, BigDecimal::new))
        .registerConverter(Double.class, text -> number(text, Double::valueOf))
        .registerConverter(double.class, text -> number(text, Double::valueOf))
        .registerConverter(Long.class, text -> whole(text, Long::valueOf))
        .registerConverter(long.class, text -> whole(text, Long::valueOf))
        .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
        .registerConverter(int.class, text -> whole(text, Integer::valueOf));
  }

  private static <T> T number(String text, Function<String, T> parser) {
    if (GROUPED.matcher(text).matches()) {
      String digits = text.replaceAll("[.,' ]", "");
      boolean single = text.replaceAll("[^.,]", "").length() == 1;
      String other = single ? ", or " + text.replaceAll("[.,].*", "") + ".0" : "";
      throw new TypeConversionException(
          "'%s' may be %s%s; write %s%s"
              .formatted(
                  text,
                  digits,
                  single ? " or " + text.replaceAll("[.,].*", "") : " or no number",
                  digits,
                  other));
    }
    if (COMMA.matcher(text).matches()) {
      throw new TypeConversionException(
          "'%s' has a comma; write %s".formatted(text, text.replace(',', '.')));
    }
    return parsed(text, "a number", parser);
  }

  private static <T> T whole(String text, Function<String, T> parser) {
    if (GROUPED.matcher(text).matches()) {
      throw new TypeConversionException(
          "'%s' must be a whole number without separators; write %s"
              .formatted(text, text.replaceAll("[.,' ]", "")));
    }
    return parsed(text, "a whole number in its range", parser);
  }

  private static <T> T parsed(String text, String what, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException none) {
      throw new TypeConversionException("'%s' must be %s".formatted(text, what));
    }
  }
}
