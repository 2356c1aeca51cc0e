package dev.tuneornot.portfolio.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty sheet to be filled in: a column for each field, with what it means. */
public final class Template {

  /** Rows that are prepared. */
  private static final int ROWS = 5_000;

  private static final List<String> ANSWERS = List.of("yes", "no", "unknown");
  private static final List<String> STAGES = List.of("proposed", "live");
  private static final List<String> CROSS = List.of("x");

  private Template() {}

  /**
   * Writes it as .xlsx.
   *
   * @param version of the program, for the file's properties: major and minor number
   */
  public static void write(OutputStream out, String version) throws IOException {
    Workbook workbook = new Workbook(out, "tune-or-not", version);
    Worksheet sheet = workbook.newWorksheet("Proposals");
    Worksheet explanations = workbook.newWorksheet("Explanations");
    Worksheet lists = workbook.newWorksheet("Lists");
    Range answers = list(lists, 0, ANSWERS);
    Range stages = list(lists, 1, STAGES);
    Range cross = list(lists, 2, CROSS);
    explanations(explanations);

    int column = 0;
    for (Field field : fields()) {
      sheet.value(0, column, heading(field));
      sheet.comment(0, column, explanation(field) + "\n" + field.name());
      sheet.style(0, column).bold().wrapText(true).set();
      sheet.width(column, 16);
      switch (field.kind()) {
        case ANSWER -> choose(sheet, column, answers, "yes, no or unknown");
        case STAGE -> choose(sheet, column, stages, "proposed or live");
        case NEED -> choose(sheet, column, cross, "x, or nothing");
        case INSTANT -> sheet.style(column).format("yyyy-mm-dd").set();
        case SHARE -> sheet.style(column).format("0%").set();
        case MONEY -> sheet.style(column).format("#,##0.00").set();
        case WHOLE -> sheet.style(column).format("#,##0").set();
        case TEXT, NUMBER, NEEDS, MODEL, MODELS -> {
          // As it is typed.
        }
      }
      column++;
    }
    sheet.freezePane(1, 1);
    lists.setVisibilityState(VisibilityState.HIDDEN);
    workbook.finish();
  }

  /** The needs have a column each, in which a cross is set. */
  static List<Field> fields() {
    return Fields.all().stream().filter(field -> field.kind() != FieldKind.NEEDS).toList();
  }

  /** The most telling name, as a heading. */
  static String heading(Field field) {
    String name = field.headings().get(0);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static void explanations(Worksheet sheet) {
    List<String> header = List.of("Heading", "What it means", "What to write");
    for (int i = 0; i < header.size(); i++) {
      sheet.value(0, i, header.get(i));
      sheet.style(0, i).bold().set();
    }
    int row = 1;
    for (Field field : fields()) {
      sheet.value(row, 0, heading(field));
      sheet.value(row, 1, field.meaning());
      sheet.value(row, 2, field.kind().words());
      sheet.style(row, 1).wrapText(true).set();
      row++;
    }
    sheet.width(0, 28);
    sheet.width(1, 90);
    sheet.width(2, 24);
    sheet.freezePane(0, 1);
  }

  private static String explanation(Field field) {
    return field.meaning() + " (" + field.kind().words() + ")";
  }

  private static Range list(Worksheet sheet, int column, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      sheet.value(i, column, values.get(i));
    }
    return sheet.range(0, column, values.size() - 1, column);
  }

  private static void choose(Worksheet sheet, int column, Range values, String words) {
    sheet
        .range(1, column, ROWS, column)
        .validateWithList(values)
        .allowBlank(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle("No such value")
        .error("Write " + words + ".");
  }
}
