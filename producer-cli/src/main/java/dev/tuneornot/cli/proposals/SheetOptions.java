package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.portfolio.importing.ColumnChoice;
import dev.tuneornot.portfolio.importing.ColumnMap;
import dev.tuneornot.portfolio.importing.DateOrder;
import dev.tuneornot.portfolio.importing.DecimalSign;
import dev.tuneornot.portfolio.importing.ImportOptions;
import dev.tuneornot.portfolio.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a sheet is to be read, where it does not say so itself. */
final class SheetOptions {

  /** The values of {@code --separator}. */
  enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char character;

    Separator(char character) {
      this.character = character;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description =
          "The sheet of a spreadsheet that has the proposals; default: the one that does.")
  private @Nullable String sheet;

  @Option(
      names = "--heading-row",
      paramLabel = "N",
      description = "The row of the headings, from 1; default: the one with the most known ones.")
  private @Nullable Integer headingRow;

  @Option(
      names = "--column",
      paramLabel = "HEADING=FIELD",
      description = {
        "The field that a column holds, by its heading or its letter; may be repeated, also for one"
            + " column.",
        "No field behind = leaves the column out."
      })
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "A file that says which column holds which field, as --suggest-map writes it.")
  private @Nullable InputFile map;

  @Option(
      names = "--ignore-unknown",
      description = "Leave out columns that are no field of a proposal.")
  private boolean ignoreUnknown;

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description =
          "The decimal sign of numbers that are text: ${COMPLETION-CANDIDATES}. Default: as each"
              + " column shows.")
  private @Nullable DecimalSign decimal;

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      description =
          "The order of day, month and year: ${COMPLETION-CANDIDATES}. Default: as each column"
              + " shows.")
  private @Nullable DateOrder dateOrder;

  @Option(
      names = "--rate",
      paramLabel = "CURRENCY=USD",
      description = "What a unit of a currency costs in US dollars, such as EUR=1.10.")
  private Map<String, BigDecimal> rates = new HashMap<>();

  @Option(
      names = "--model",
      paramLabel = "NAME=MODEL",
      description = "The id of a model that the sheet calls by this name; may be repeated.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of a text file, such as UTF-8 or windows-1252.")
  private @Nullable Charset encoding;

  @Option(
      names = "--separator",
      paramLabel = "NAME",
      description = "What separates the columns of a text file: ${COMPLETION-CANDIDATES}.")
  private @Nullable Separator separator;

  /** Reads a whole file. */
  SheetFile read(InputFile file, InputStream standardInput) {
    return read(file, standardInput, encoding, separator == null ? null : separator.character);
  }

  /**
   * What was said on the command line and in the map.
   *
   * @throws UsageFailure if something cannot be understood
   */
  ImportOptions options(InputStream standardInput) {
    List<ColumnChoice> choices = new ArrayList<>();
    for (String column : columns) {
      Map.Entry<String, String> pair = pair("--column", column);
      choices.add(new ColumnChoice(pair.getKey(), pair.getValue()));
    }
    if (map != null) {
      SheetFile file = read(map, standardInput, null, null);
      try {
        choices.addAll(ColumnMap.read(file));
      } catch (IOException wrong) {
        throw new UsageFailure("--map " + map.displayName() + ": " + wrong.getMessage());
      }
    }
    Map<String, String> named = new HashMap<>();
    for (String model : models) {
      Map.Entry<String, String> pair = pair("--model", model);
      named.put(pair.getKey(), pair.getValue());
    }
    Map<String, BigDecimal> byCode = new HashMap<>();
    rates.forEach((code, rate) -> byCode.put(code.toUpperCase(Locale.ROOT), positive(code, rate)));
    return new ImportOptions(
        sheet, headingRow, choices, ignoreUnknown, decimal, dateOrder, byCode, named);
  }

  private static BigDecimal positive(String code, BigDecimal rate) {
    if (rate.signum() <= 0) {
      throw new UsageFailure("--rate " + code + " must be above 0, and is " + rate);
    }
    return rate;
  }

  /** The last = counts: a heading may have one, and no field does. */
  private static Map.Entry<String, String> pair(String flag, String text) {
    int equals = text.lastIndexOf('=');
    if (equals <= 0) {
      throw new UsageFailure(flag + " must be NAME=VALUE, and is '" + text + "'");
    }
    return Map.entry(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  private static SheetFile read(
      InputFile file,
      InputStream standardInput,
      @Nullable Charset encoding,
      @Nullable Character separator) {
    try (InputStream in = file.open(standardInput)) {
      return SheetFile.read(in, encoding, separator);
    } catch (IOException unreadable) {
      throw new OperationFailure(
          file.displayName() + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
