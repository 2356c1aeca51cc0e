package dev.tuneornot.cli.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant on the command line: ISO-8601 with any offset, or a day, which begins in UTC. */
public final class InstantConverter implements ITypeConverter<Instant> {

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  @Override
  public Instant convert(String text) {
    Instant instant = parse(text);
    boolean fits =
        !instant.isBefore(FIRST)
            && !instant.isAfter(END)
            && instant.equals(instant.truncatedTo(ChronoUnit.MILLIS));
    if (!fits) {
      throw unusable(text);
    }
    return instant;
  }

  private static Instant parse(String text) {
    try {
      return text.length() == "2026-11-22".length()
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException unparseable) {
      throw unusable(text);
    }
  }

  private static TypeConversionException unusable(String text) {
    return new TypeConversionException(
        "'"
            + text
            + "' must be an instant of whole milliseconds with an offset, in the years 0000..9999,"
            + " such as 2026-11-22T00:00:00Z, or a day");
  }
}
