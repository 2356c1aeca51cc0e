package dev.tuneornot.portfolio.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text with a separator between the columns, which is found in the text. */
final class DelimitedText {

  private static final Map<Character, String> SEPARATORS =
      Map.of(',', "commas", ';', "semicolons", '\t', "tabs", '|', "vertical bars");

  /** The separators in the order in which they are tried. */
  private static final String CANDIDATES = ";\t,|";

  /** The line with which Excel is told of a separator; it shows no row for it. */
  private static final Pattern EXCEL_LINE = Pattern.compile("\\A\"?sep=(.)\"?(\r\n|\r|\n)");

  private static final int SAMPLE_ROWS = 100;

  /** More columns than that say no more about which separator is the right one. */
  private static final int ENOUGH_COLUMNS = 8;

  private DelimitedText() {}

  static SheetFile read(byte[] bytes, @Nullable Charset charset, @Nullable Character asked)
      throws SheetException {
    TextEncoding encoding = TextEncoding.decode(bytes, charset);
    String text = encoding.text();
    Matcher excel = EXCEL_LINE.matcher(text);
    char separator;
    if (excel.find()) {
      separator = asked == null ? excel.group(1).charAt(0) : asked;
      text = text.substring(excel.end());
    } else {
      separator = asked == null ? separatorOf(text) : asked;
    }
    Sheet sheet = new Sheet("", false, Sheet.DAY_ZERO, rows(text, separator));
    String between = SEPARATORS.getOrDefault(separator, "'" + separator + "'");
    String description = "%s text with %s between the columns";
    return new SheetFile(
        description.formatted(encoding.name(), between), separator, List.of(sheet));
  }

  private static List<SheetRow> rows(String text, char separator) throws SheetException {
    List<SheetRow> rows = new ArrayList<>();
    long cells = 0;
    int number = 0;
    try (CsvReader<List<String>> reader = reader(text, separator, false)) {
      for (List<String> fields : reader) {
        number++;
        List<Cell> row = Rows.trimmed(fields.stream().map(Cell::ofText).toList());
        if (!row.isEmpty()) {
          cells += row.size();
          SheetFile.checkCells(cells);
          rows.add(new SheetRow(number, row, false));
        }
      }
    } catch (CsvParseException broken) {
      Throwable reason = broken.getCause() == null ? broken : broken.getCause();
      throw new SheetException(
          "row %d is broken (%s); look for a quotation mark that is not closed"
              .formatted(number + 1, reason.getMessage()));
    } catch (UncheckedIOException | java.io.IOException impossible) {
      throw new IllegalStateException("text in memory can be read", impossible);
    }
    return rows;
  }

  /** The separator that cuts the rows into columns most evenly, and into more than one. */
  private static char separatorOf(String text) {
    char best = ',';
    double most = 0;
    for (int i = 0; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      double evenness = evenness(text, candidate);
      if (evenness > most) {
        most = evenness;
        best = candidate;
      }
    }
    return best;
  }

  private static double evenness(String text, char separator) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    try (CsvReader<List<String>> reader = reader(text, separator, true)) {
      for (List<String> fields : reader) {
        if (fields.stream().allMatch(String::isBlank)) {
          continue;
        }
        widths.merge(fields.size(), 1, Integer::sum);
        if (++rows == SAMPLE_ROWS) {
          break;
        }
      }
    } catch (CsvParseException | java.io.IOException broken) {
      // As far as it goes.
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1) {
        double share = width.getValue() / (double) rows;
        best = Math.max(best, share * Math.min(width.getKey(), ENOUGH_COLUMNS));
      }
    }
    return best;
  }

  private static CsvReader<List<String>> reader(String text, char separator, boolean lenient) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(lenient)
        .build(new Fields(), text);
  }

  /** The fields of a record. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<List<String>> {

    private List<String> fields = new ArrayList<>();

    @Override
    protected void handleBegin(long startingLineNumber) {
      fields = new ArrayList<>();
    }

    @Override
    protected void handleField(
        int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
      if (fieldIndex == Rows.MOST_COLUMNS) {
        throw new CsvParseException("more than " + Rows.MOST_COLUMNS + " columns");
      }
      fields.add(new String(buffer, offset, length));
    }

    @Override
    protected List<String> buildRecord() {
      return fields;
    }
  }
}
