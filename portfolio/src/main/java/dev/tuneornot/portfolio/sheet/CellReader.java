package dev.tuneornot.portfolio.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Makes cells of those of a spreadsheet: what its format says of a number is part of it. */
final class CellReader {

  /** What a spreadsheet shows of a number, so that 0.1 + 0.2 is 0.3 here too. */
  private static final MathContext SHOWN_DIGITS = new MathContext(15);

  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);

  /** The last day of the year 9999. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  /** What a format has besides its pattern: texts in quotes, colours and conditions. */
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\-\\]]+)[^\\]]*\\]");
  private static final Pattern CURRENCY_TEXT =
      Pattern.compile("[€$£¥]|\\b(EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|CAD|AUD)\\b");

  private final LocalDate dayZero;

  /**
   * @param from1904 whether days count from 1904 on, as in old files of Macs
   */
  CellReader(boolean from1904) {
    this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : Sheet.DAY_ZERO;
  }

  LocalDate dayZero() {
    return dayZero;
  }

  /** The cells of a row up to the last that is not blank. */
  List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>(row.getCellCount());
    for (int column = 0; column < Math.min(row.getCellCount(), Rows.MOST_COLUMNS); column++) {
      org.dhatim.fastexcel.reader.Cell cell = row.getCell(column);
      cells.add(cell == null ? new Cell.Blank() : cell(cell));
    }
    return Rows.trimmed(cells);
  }

  private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.ERROR) {
      return new Cell.Fault(String.valueOf(cell.getRawValue()));
    }
    if (value instanceof BigDecimal number) {
      return number(number, cell.getDataFormatString());
    }
    if (value instanceof Boolean flag) {
      return new Cell.Flag(flag);
    }
    if (value instanceof String text) {
      return Cell.ofText(text);
    }
    boolean formula = cell.getType() == CellType.FORMULA && cell.getFormula() != null;
    return formula && cell.getRawValue() == null
        ? new Cell.Fault(Cell.Fault.NO_VALUE)
        : new Cell.Blank();
  }

  private Cell number(BigDecimal exact, @Nullable String format) {
    BigDecimal number = exact.round(SHOWN_DIGITS);
    if (format == null) {
      return new Cell.Amount(number, false, "");
    }
    String pattern = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    // A time of day alone, or a duration, is a number of days: no date.
    boolean date = pattern.indexOf('y') >= 0 || pattern.indexOf('d') >= 0;
    boolean fits = number.signum() > 0 && number.compareTo(LAST_DAY) < 0;
    return date && !pattern.startsWith("general") && fits
        ? new Cell.Moment(moment(number, dayZero))
        : new Cell.Amount(number, pattern.indexOf('%') >= 0, currency(format));
  }

  /** The moment that a number of days stands for, to a millisecond. */
  static LocalDateTime moment(BigDecimal days, LocalDate dayZero) {
    long millis = days.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return dayZero.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
  }

  private static String currency(String format) {
    Matcher code = CURRENCY.matcher(format);
    if (code.find()) {
      return code.group(1).strip();
    }
    Matcher text = CURRENCY_TEXT.matcher(BRACKETS.matcher(format).replaceAll(""));
    return text.find() ? text.group() : "";
  }
}
