package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dates of a column: in which order they are written shows in all of them together. */
final class DateColumn implements Conversion {

  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);
  private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(20_000);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(80_000);

  private final DateOrder order;
  private final Sheet sheet;
  private int dayNumbers;

  /**
   * @param order that its dates have
   */
  DateColumn(DateOrder order, Sheet sheet) {
    this.order = order;
    this.sheet = sheet;
  }

  /** What the dates of a column say of their order. */
  static final class Style {

    private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    private final Map<DateOrder, String> only = new EnumMap<>(DateOrder.class);
    private @Nullable String example;
    private int exampleRow;

    /** Looks at a cell. */
    void add(int row, Cell cell) {
      WrittenDate date = cell instanceof Cell.Text text ? WrittenDate.parse(text.value()) : null;
      if (date == null || !date.dependsOnOrder()) {
        return;
      }
      Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
      Set<Instant> instants = new java.util.HashSet<>();
      for (DateOrder each : DateOrder.values()) {
        Instant instant = date.in(each);
        if (instant != null) {
          orders.add(each);
          instants.add(instant);
        }
      }
      if (orders.isEmpty()) {
        return;
      }
      if (orders.size() == 1) {
        only.putIfAbsent(orders.iterator().next(), cell.shown());
      }
      possible.retainAll(orders);
      if (instants.size() > 1 && example == null) {
        example = cell.shown();
        exampleRow = row;
      }
    }

    /** The orders that all dates can have. */
    Set<DateOrder> possible() {
      return possible;
    }

    /** Dates that have one order only, by that. */
    Map<DateOrder, String> only() {
      return only;
    }

    /** A date that two orders are possible for; null where there is none. */
    @Nullable String example() {
      return example;
    }

    int exampleRow() {
      return exampleRow;
    }
  }

  /** How many cells were numbers of days. */
  int dayNumbers() {
    return dayNumbers;
  }

  @Override
  public Converted convert(Cell cell) {
    if (cell instanceof Cell.Moment moment) {
      return Converted.of(
          moment.value().toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString());
    }
    if (cell instanceof Cell.Amount number) {
      return dayNumber(number.value());
    }
    if (cell instanceof Cell.Text text) {
      return written(text.value());
    }
    return Converted.wrong("is no date", "write it as 2026-11-30");
  }

  /** A spreadsheet keeps a date as a number of days, and shows it so where a format is missing. */
  private Converted dayNumber(BigDecimal days) {
    if (days.compareTo(FIRST_DAY) < 0 || days.compareTo(LAST_DAY) > 0) {
      return Converted.wrong("is a number and no date", "write it as 2026-11-30");
    }
    dayNumbers++;
    long millis = days.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return Converted.of(
        sheet
            .dayZero()
            .atStartOfDay()
            .plus(millis, ChronoUnit.MILLIS)
            .toInstant(ZoneOffset.UTC)
            .toString());
  }

  private Converted written(String text) {
    WrittenDate date = WrittenDate.parse(text);
    Instant instant = date == null ? null : date.in(order);
    if (instant != null) {
      return Converted.of(instant.toString());
    }
    if (date != null) {
      return Converted.wrong(
          "is no day in the order %s, as the others of the column".formatted(order),
          "write it as 2026-11-30");
    }
    boolean dayNumber = text.matches("[2-7]\\d{4}");
    return dayNumber
        ? Converted.wrong(
            "is a number of days and no date",
            "format the column as dates and export it again, or give the .xlsx file itself")
        : Converted.wrong("is no date", "write it as 2026-11-30");
  }

  /** For notes: the day that a text is. */
  static String day(String text, DateOrder order) {
    Instant instant = Objects.requireNonNull(WrittenDate.parse(text)).in(order);
    return instant == null ? "no day" : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
