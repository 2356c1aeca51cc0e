package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a column: how they are written shows in all of them together. */
final class NumberColumn implements Conversion {

  private static final Pattern UNIT_BEFORE =
      Pattern.compile("^(US\\$|[€$£¥]|[A-Z]{3}(?=[\\s\\d]))\\s*(?=[-+\\d])");
  private static final Pattern UNIT_BEHIND =
      Pattern.compile("(?<=\\d)[\\s\\p{Zs}]*([€$£¥%]|[A-Z]{3}|Euro|Dollar|Fr\\.?)$");

  /** A number as it was written, its unit off. */
  private record Written(String digits, String unit) {}

  private final Field field;
  private final Heading heading;
  private final DecimalSign sign;
  private final boolean percentages;
  private final Map<String, BigDecimal> rates;

  private NumberColumn(
      Field field,
      Heading heading,
      DecimalSign sign,
      boolean percentages,
      Map<String, BigDecimal> rates) {
    this.field = field;
    this.heading = heading;
    this.sign = sign;
    this.percentages = percentages;
    this.rates = rates;
  }

  /** What the numbers of a column say of how they are written. */
  static final class Style {

    /** A number that shows its sign, and where. */
    record Example(int row, String text) {}

    private @Nullable Example point;
    private @Nullable Example comma;
    private @Nullable Example unclear;

    /** Looks at a cell. */
    void add(int row, Cell cell) {
      if (!(cell instanceof Cell.Text text)) {
        return;
      }
      String digits = written(text.value()).digits;
      BigDecimal asPoint = DecimalSign.POINT.parse(digits);
      BigDecimal asComma = DecimalSign.COMMA.parse(digits);
      Example example = new Example(row, text.value());
      if (asPoint != null && asComma == null) {
        point = point == null ? example : point;
      } else if (asPoint == null && asComma != null) {
        comma = comma == null ? example : comma;
      } else if (asPoint != null && asComma != null && asPoint.compareTo(asComma) != 0) {
        unclear = unclear == null ? example : unclear;
      }
    }

    Optional<Example> point() {
      return Optional.ofNullable(point);
    }

    Optional<Example> comma() {
      return Optional.ofNullable(comma);
    }

    Optional<Example> unclear() {
      return Optional.ofNullable(unclear);
    }
  }

  /**
   * The conversion of a column.
   *
   * @param sign that its numbers have
   * @param cells all of the column, for what they say of percentages
   */
  static NumberColumn of(
      Field field,
      String heading,
      DecimalSign sign,
      List<Cell> cells,
      Map<String, BigDecimal> rates) {
    Heading words = Heading.of(heading);
    boolean percentages =
        words.percent()
            && cells.stream()
                .map(cell -> plain(cell, sign))
                .anyMatch(value -> value != null && value.compareTo(BigDecimal.ONE) > 0);
    return new NumberColumn(field, words, sign, percentages, rates);
  }

  /** The currencies of a column of money that no rate is known of. */
  static List<String> currenciesWithoutRate(
      Field field, String heading, List<Cell> cells, Map<String, BigDecimal> rates) {
    List<String> missing = new ArrayList<>();
    if (field.kind() != FieldKind.MONEY) {
      return missing;
    }
    List<String> named = new ArrayList<>(List.of(Heading.of(heading).currency()));
    for (Cell cell : cells) {
      named.add(unitOf(cell));
    }
    for (String unit : named) {
      String code = Currencies.code(unit);
      if (!code.isEmpty()
          && !code.equals(Currencies.USD)
          && !rates.containsKey(code)
          && !missing.contains(code)) {
        missing.add(code);
      }
    }
    return missing;
  }

  boolean hasPercentages() {
    return percentages;
  }

  BigDecimal scale() {
    return heading.scale();
  }

  @Override
  public Converted convert(Cell cell) {
    if (cell instanceof Cell.Amount number) {
      return value(number.value(), number.percent() ? "%" : number.currency(), number.percent());
    }
    if (cell instanceof Cell.Text text) {
      Written written = written(text.value());
      BigDecimal value = sign.parse(written.digits);
      if (value != null) {
        return value(value, written.unit, false);
      }
      DecimalSign other = sign == DecimalSign.POINT ? DecimalSign.COMMA : DecimalSign.POINT;
      return other.parse(written.digits) == null
          ? Converted.wrong("is no number", "write digits only, such as 1200")
          : Converted.wrong(
              "is no number with a decimal %s, as the others of the column".formatted(sign),
              "write all numbers of the column alike");
    }
    if (cell instanceof Cell.Moment) {
      return Converted.wrong(
          "is a date and no number",
          "spreadsheets make dates of numbers such as 3.5; format the column as numbers and type it"
              + " again");
    }
    return Converted.wrong("is no number", "write digits only, such as 1200");
  }

  private Converted value(BigDecimal number, String unit, boolean isShare) {
    BigDecimal value = number;
    if (unit.equals("%")) {
      if (field.kind() != FieldKind.SHARE) {
        return Converted.wrong("is a percentage", "write %s".formatted(field.kind().words()));
      }
      value = isShare ? value : value.movePointLeft(2);
    } else if (percentages) {
      value = value.movePointLeft(2);
    }
    String code = Currencies.code(unit.isEmpty() ? heading.currency() : unit);
    if (!unit.isEmpty()
        && !unit.equals("%")
        && (code.isEmpty() || field.kind() != FieldKind.MONEY)) {
      return Converted.wrong("has the unit %s".formatted(unit), "write digits only, such as 1200");
    }
    if (field.kind() == FieldKind.MONEY && !code.isEmpty() && !code.equals(Currencies.USD)) {
      value = value.multiply(rates.getOrDefault(code, BigDecimal.ONE));
    }
    value = value.multiply(heading.scale()).stripTrailingZeros();
    if (field.kind() == FieldKind.WHOLE && value.scale() > 0) {
      return Converted.wrong("is no whole number", "round it");
    }
    boolean writable = value.scale() > -30 && value.precision() < 60 && value.scale() < 60;
    return writable
        ? Converted.of(value.toPlainString())
        : Converted.wrong("is too large or too small a number", "");
  }

  private static Written written(String text) {
    String rest = text.strip();
    String unit = "";
    Matcher before = UNIT_BEFORE.matcher(rest);
    if (before.find()) {
      unit = before.group(1);
      rest = rest.substring(before.end());
    }
    Matcher behind = UNIT_BEHIND.matcher(rest);
    if (unit.isEmpty() && behind.find()) {
      unit = behind.group(1);
      rest = rest.substring(0, behind.start());
    }
    return new Written(rest, unit);
  }

  private static String unitOf(Cell cell) {
    if (cell instanceof Cell.Amount number) {
      return number.currency();
    }
    return cell instanceof Cell.Text text
        ? written(text.value()).unit.toUpperCase(Locale.ROOT)
        : "";
  }

  /** The value of a cell that has no sign of percent itself. */
  private static @Nullable BigDecimal plain(Cell cell, DecimalSign sign) {
    if (cell instanceof Cell.Amount number) {
      return number.percent() ? null : number.value();
    }
    if (cell instanceof Cell.Text text) {
      Written written = written(text.value());
      return written.unit.isEmpty() ? sign.parse(written.digits) : null;
    }
    return null;
  }
}
