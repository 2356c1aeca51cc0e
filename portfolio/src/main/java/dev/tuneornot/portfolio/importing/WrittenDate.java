package dev.tuneornot.portfolio.importing;

import dev.tuneornot.schemas.convert.InstantText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as text, with or without a time of it.
 *
 * @param instant where the text is one with an offset; else null
 * @param numbers day, month and year in the order in which they stand; empty where an instant or
 *     the name of a month settles it
 * @param named the day, where the name of a month settles it
 */
@SuppressWarnings("ArrayRecordComponent") // Three texts, which nobody changes.
record WrittenDate(
    @Nullable Instant instant, String[] numbers, @Nullable LocalDate named, LocalTime time) {

  private static final String TIME = "(?:[T ,]\\s*(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?)?";
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,4})" + TIME);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\.?[ -](\\p{L}+)\\.?[ -](\\d{4})" + TIME);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.? (\\d{1,2}),? (\\d{4})" + TIME);

  private static final String[] NO_NUMBERS = {};

  private static final Map<String, Integer> MONTHS = months();

  /** Takes a text apart; null where it is no date. */
  static @Nullable WrittenDate parse(String text) {
    Instant instant = InstantText.parse(text.strip());
    if (instant != null) {
      return new WrittenDate(instant, NO_NUMBERS, null, LocalTime.MIDNIGHT);
    }
    String plain = text.strip().replaceAll("[\\p{Zs}]+", " ");
    try {
      Matcher numbers = NUMBERS.matcher(plain);
      if (numbers.matches()) {
        String[] parts = {numbers.group(1), numbers.group(3), numbers.group(4)};
        return new WrittenDate(null, parts, null, time(numbers, 5));
      }
      Matcher dayFirst = DAY_FIRST.matcher(plain);
      if (dayFirst.matches()) {
        return named(dayFirst, 3, 2, 1);
      }
      Matcher monthFirst = MONTH_FIRST.matcher(plain);
      return monthFirst.matches() ? named(monthFirst, 3, 1, 2) : null;
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  /** The instant in an order; null where there is no such day in it. */
  @Nullable Instant in(DateOrder order) {
    if (instant != null) {
      return instant;
    }
    LocalDate day = named == null ? order.day(numbers) : named;
    return day == null ? null : day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  boolean dependsOnOrder() {
    return numbers.length > 0;
  }

  private static @Nullable WrittenDate named(Matcher matcher, int year, int month, int day) {
    Integer number = MONTHS.get(matcher.group(month).toLowerCase(Locale.ROOT));
    if (number == null) {
      return null;
    }
    LocalDate date =
        LocalDate.of(
            Integer.parseInt(matcher.group(year)), number, Integer.parseInt(matcher.group(day)));
    return new WrittenDate(null, NO_NUMBERS, date, time(matcher, 4));
  }

  private static LocalTime time(Matcher matcher, int group) {
    if (matcher.group(group) == null) {
      return LocalTime.MIDNIGHT;
    }
    String seconds = matcher.group(group + 2);
    return LocalTime.of(
        Integer.parseInt(matcher.group(group)),
        Integer.parseInt(matcher.group(group + 1)),
        seconds == null ? 0 : Integer.parseInt(seconds));
  }

  private static Map<String, Integer> months() {
    String[] names = {
      "jan january januar janvier janv jän jänner",
      "feb february februar février févr fevrier",
      "mar march märz mär mrz mars maerz",
      "apr april avril avr",
      "may mai",
      "jun june juni juin",
      "jul july juli juillet juil",
      "aug august août aout",
      "sep sept september septembre",
      "oct october oktober okt octobre",
      "nov november novembre",
      "dec december dezember dez décembre déc decembre"
    };
    Map<String, Integer> months = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ", -1)) {
        months.put(name, i + 1);
      }
    }
    return months;
  }
}
