package dev.tuneornot.portfolio.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which order day, month and year stand. */
public enum DateOrder {
  DMY(0, 1, 2),
  MDY(1, 0, 2),
  YMD(2, 1, 0);

  private final int day;
  private final int month;
  private final int year;

  DateOrder(int day, int month, int year) {
    this.day = day;
    this.month = month;
    this.year = year;
  }

  /**
   * The day of three numbers as they stand; null where they are none in this order. A year of two
   * digits is one of this century.
   */
  @Nullable LocalDate day(String[] numbers) {
    String yearText = numbers[year];
    if (numbers[day].length() > 2 || numbers[month].length() > 2) {
      return null;
    }
    if (yearText.length() != 4 && yearText.length() != 2) {
      return null;
    }
    int fullYear = Integer.parseInt(yearText) + (yearText.length() == 2 ? 2000 : 0);
    try {
      return LocalDate.of(
          fullYear, Integer.parseInt(numbers[month]), Integer.parseInt(numbers[day]));
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
