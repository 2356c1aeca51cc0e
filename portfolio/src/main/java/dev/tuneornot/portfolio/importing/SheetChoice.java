package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sheet of a file that has the proposals, and its headings. */
final class SheetChoice {

  private final SheetFile file;
  private final ImportOptions options;
  private final List<Question> questions = new ArrayList<>();

  SheetChoice(SheetFile file, ImportOptions options) {
    this.file = file;
    this.options = options;
  }

  List<Question> questions() {
    return questions;
  }

  /** The headings; empty where there is a question. */
  Optional<Headings> headings() {
    List<Sheet> sheets = candidates();
    List<Headings> found = new ArrayList<>();
    for (Sheet sheet : sheets) {
      headingsOf(sheet).ifPresent(found::add);
    }
    // A legend or a sheet of remarks has a word or two in common with proposals.
    int most = found.stream().mapToInt(Headings::fields).max().orElse(0);
    found.removeIf(headings -> headings.fields() * 2 < most);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (found.size() > 1) {
      questions.add(
          new Question(
              "the sheets %s all have headings of proposals"
                  .formatted(names(found.stream().map(Headings::sheet).toList())),
              "say which one, with --sheet NAME"));
    } else if (questions.isEmpty()) {
      questions.add(noHeadings(sheets));
    }
    return Optional.empty();
  }

  private Optional<Headings> headingsOf(Sheet sheet) {
    Integer number = options.headingRow();
    return number == null
        ? Headings.find(sheet, options.columns())
        : Headings.inRow(sheet, number, options.columns());
  }

  private List<Sheet> candidates() {
    String wanted = options.sheet();
    if (wanted == null) {
      return file.sheets().stream()
          .filter(sheet -> !sheet.hidden() && !sheet.rows().isEmpty())
          .toList();
    }
    List<Sheet> named =
        file.sheets().stream()
            .filter(sheet -> sheet.name().equalsIgnoreCase(wanted.strip()))
            .toList();
    if (named.isEmpty()) {
      questions.add(
          new Question(
              "there is no sheet \"%s\"".formatted(wanted),
              "the sheets are " + names(file.sheets())));
    }
    return named;
  }

  private Question noHeadings(List<Sheet> sheets) {
    if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
      return new Question("there are no rows", "is it the right file?");
    }
    if (options.headingRow() != null) {
      return new Question(
          "row %d is blank or not there".formatted(options.headingRow()),
          "give the row of the headings, as a spreadsheet counts it");
    }
    return new Question(
        "no row has headings that are known",
        "say which row has the headings (--heading-row N), and which column holds which field"
            + " (--column 'HEADING=FIELD', or --map FILE); `proposals template` lists the fields");
  }

  private static String names(List<Sheet> sheets) {
    return String.join(", ", sheets.stream().map(sheet -> "\"" + sheet.name() + "\"").toList());
  }
}
