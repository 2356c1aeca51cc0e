package dev.tuneornot.cli.input;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: {@code 30s}, {@code 15m}, {@code 1h}, {@code 1d} or ISO-8601. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Duration LONGEST = Duration.ofDays(365);

  @Override
  public Duration convert(String text) {
    Duration duration = parse(text);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
      throw unusable(text);
    }
    return duration;
  }

  private static Duration parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (upper.matches("\\d{1,9}D")) {
        return Duration.parse("P" + upper);
      }
      return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
    } catch (DateTimeException | ArithmeticException unparseable) {
      throw unusable(text);
    }
  }

  private static TypeConversionException unusable(String text) {
    return new TypeConversionException(
        "'" + text + "' must be a time of 1 s to 365 days, such as 30s, 15m, 1h or 1d");
  }
}
