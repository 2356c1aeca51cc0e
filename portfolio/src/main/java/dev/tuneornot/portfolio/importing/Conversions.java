package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.Place;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out how each column is to be read, from all of its cells. */
final class Conversions {

  private static final Set<String> NOT_GIVEN =
      Set.of("-", "–", "—", "--", "n/a", "n.a.", "na", "k.a.", "k. a.", "keine angabe", "n.v.");

  private final Sheet sheet;
  private final List<SheetRow> rows;
  private final ImportOptions options;
  private final ModelColumn models;
  private final List<Question> questions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<String>> signs = new LinkedHashMap<>();
  private final List<String> unclear = new ArrayList<>();
  private int notGiven;

  Conversions(Sheet sheet, List<SheetRow> rows, ImportOptions options, ModelColumn models) {
    this.sheet = sheet;
    this.rows = rows;
    this.options = options;
    this.models = models;
  }

  List<Question> questions() {
    return questions;
  }

  /** What was found out, to be told once the cells are read. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    signs.forEach((sign, columns) -> all.add("%s: %s".formatted(sign, String.join(", ", columns))));
    if (notGiven > 0) {
      all.add(
          String.format(Locale.ROOT, "%,d cells with a dash or \"n/a\" are not given", notGiven));
    }
    return all;
  }

  /** The conversion of a column for one of its fields. */
  Conversion of(Column column, Field field) {
    return switch (field.kind()) {
      case TEXT -> cell -> Converted.of(cell.shown());
      case ANSWER -> marked(column, WordColumn::answer);
      case STAGE -> orNotGiven(WordColumn::stage);
      case NEEDS -> orNotGiven(WordColumn::needs);
      case NEED -> orNotGiven(cell -> WordColumn.need(field, cell));
      case MODEL -> orNotGiven(models::model);
      case MODELS -> orNotGiven(models::models);
      case INSTANT -> orNotGiven(dates(column, field));
      case WHOLE, NUMBER, SHARE, MONEY -> orNotGiven(numbers(column, field));
    };
  }

  /** To be called once all columns have been asked for: columns with one doubt are one question. */
  void finish() {
    if (!unclear.isEmpty()) {
      String known =
          signs.isEmpty()
              ? ""
              : " (for comparison, %s: %s)"
                  .formatted(
                      signs.keySet().iterator().next(), signs.values().iterator().next().get(0));
      questions.add(
          new Question(
              "a point or comma with three digits behind it may be either sign: "
                  + String.join(", ", unclear)
                  + known,
              "give --decimal comma where decimals stand behind a comma (1.000 is a thousand), or"
                  + " --decimal point (1,000 is a thousand)"));
    }
  }

  private Conversion orNotGiven(Conversion conversion) {
    return cell -> {
      if (cell instanceof Cell.Text text
          && NOT_GIVEN.contains(text.value().toLowerCase(Locale.ROOT))) {
        notGiven++;
        return Converted.NOTHING;
      }
      return conversion.convert(cell);
    };
  }

  /** Says what an empty cell of a column of crosses is. */
  private Conversion marked(Column column, Conversion conversion) {
    boolean crosses = false;
    boolean others = false;
    boolean blank = false;
    for (SheetRow row : rows) {
      Cell cell = row.cell(column.index());
      blank |= cell.isBlank();
      boolean cross = cell.shown().equalsIgnoreCase("x");
      crosses |= cross;
      others |= !cross && !cell.isBlank();
    }
    if (crosses && blank && !others) {
      notes.add(
          "%s: x is yes, and an empty cell is unknown; write no where that is meant"
              .formatted(column.shown()));
    }
    return orNotGiven(conversion);
  }

  private Conversion numbers(Column column, Field field) {
    List<Cell> cells = cells(column);
    DecimalSign sign = sign(column);
    for (String code :
        NumberColumn.currenciesWithoutRate(field, column.heading(), cells, options.rates())) {
      questions.add(
          new Question(
              "column %s is in %s, and %s is in US dollars"
                  .formatted(column.shown(), code, field.name()),
              "say what one %s costs, such as --rate %s=1.10".formatted(code, code)));
    }
    NumberColumn numbers = NumberColumn.of(field, column.heading(), sign, cells, options.rates());
    if (numbers.hasPercentages()) {
      notes.add("%s: percentages, as its heading says: 80 is 0.8".formatted(column.shown()));
    }
    if (numbers.scale().compareTo(BigDecimal.ONE) != 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: times %,d, as its heading says",
              column.shown(),
              numbers.scale().longValueExact()));
    }
    return numbers;
  }

  private DecimalSign sign(Column column) {
    NumberColumn.Style style = new NumberColumn.Style();
    rows.forEach(row -> style.add(row.number(), row.cell(column.index())));
    if (options.decimal() != null) {
      return options.decimal();
    }
    if (style.point().isPresent() && style.comma().isPresent()) {
      questions.add(
          new Question(
              "column %s has numbers of both kinds: %s has a decimal point, %s a decimal comma"
                  .formatted(
                      column.shown(),
                      place(column, style.point().get()),
                      place(column, style.comma().get())),
              "write them alike, or say which kind is right with --decimal comma|point, and the"
                  + " others are refused"));
      return DecimalSign.POINT;
    }
    if (style.point().isEmpty() && style.comma().isEmpty()) {
      style.unclear().ifPresent(example -> unclear.add(place(column, example)));
      return DecimalSign.POINT;
    }
    boolean comma = style.comma().isPresent();
    NumberColumn.Style.Example example = comma ? style.comma().get() : style.point().orElseThrow();
    signs
        .computeIfAbsent(comma ? "decimal comma" : "decimal point", key -> new ArrayList<>())
        .add(place(column, example));
    return comma ? DecimalSign.COMMA : DecimalSign.POINT;
  }

  private static String place(Column column, NumberColumn.Style.Example example) {
    return "%s \"%s\"".formatted(Place.of(column.index(), example.row()), example.text());
  }

  private DateColumn dates(Column column, Field field) {
    DateColumn.Style style = new DateColumn.Style();
    for (SheetRow row : rows) {
      style.add(row.number(), row.cell(column.index()));
    }
    if (cells(column).stream().anyMatch(Cell.Amount.class::isInstance)) {
      notes.add(
          "%s: numbers without a date format are read as a spreadsheet's days"
              .formatted(column.shown()));
    }
    return new DateColumn(order(column, field, style), sheet);
  }

  private DateOrder order(Column column, Field field, DateColumn.Style style) {
    if (options.dateOrder() != null) {
      return options.dateOrder();
    }
    Set<DateOrder> possible = new TreeSet<>(style.possible());
    String example = style.example();
    if (possible.isEmpty()) {
      questions.add(
          new Question(
              "column %s has dates in several orders: %s"
                  .formatted(column.shown(), String.join(", ", style.only().values())),
              "write them alike, or say which order is right with --date-order dmy|mdy|ymd, and the"
                  + " others are refused"));
      return DateOrder.YMD;
    }
    DateOrder first = possible.iterator().next();
    if (possible.size() > 1 && example != null) {
      List<String> readings = new ArrayList<>();
      for (DateOrder order : possible) {
        readings.add(DateColumn.day(example, order) + " (--date-order " + order + ")");
      }
      questions.add(
          new Question(
              "column %s (%s): %s \"%s\" may be several days"
                  .formatted(
                      column.shown(),
                      field.name(),
                      Place.of(column.index(), style.exampleRow()),
                      example),
              "say which: " + String.join(" or ", readings)));
    } else if (!style.only().isEmpty()) {
      String shown = style.only().getOrDefault(first, "");
      notes.add(
          "%s: dates in the order %s (%s), days begin in UTC"
              .formatted(column.shown(), first, shown));
    }
    return first;
  }

  private List<Cell> cells(Column column) {
    return rows.stream().map(row -> row.cell(column.index())).toList();
  }
}
