package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.portfolio.importing.Column;
import dev.tuneornot.portfolio.importing.ImportResult;
import dev.tuneornot.portfolio.importing.ProblemGroup;
import java.util.List;
import java.util.Locale;

/** Says on standard error what became of a sheet. */
final class ImportReport {

  private static final int MOST_GROUPS = 30;

  private ImportReport() {}

  /** What was found out about the file, and which column is which field. */
  static void sayFindings(String file, ImportResult result, Surroundings surroundings) {
    for (String note : result.notes()) {
      surroundings.say(file + ": " + note);
    }
    for (Column column : result.columns()) {
      if (!column.fields().isEmpty()) {
        surroundings.say(
            "  %s is %s (%s)"
                .formatted(
                    column.shown(),
                    String.join(", ", column.fieldNames()),
                    column.match().how().words()));
      }
    }
    List<String> leftOut = result.leftOut().stream().map(Column::shown).toList();
    if (!leftOut.isEmpty() && result.questions().isEmpty()) {
      surroundings.say("  left out: " + String.join(", ", leftOut));
    }
  }

  /**
   * Asks what has to be answered first.
   *
   * @throws UsageFailure if there is something
   */
  static void ask(ImportResult result, Surroundings surroundings) {
    if (result.questions().isEmpty()) {
      return;
    }
    result.questions().forEach(question -> surroundings.say("to be answered: " + question));
    throw new UsageFailure(
        "nothing was imported: the sheet leaves %s open"
            .formatted(
                result.questions().size() == 1
                    ? "one question"
                    : result.questions().size() + " questions"));
  }

  /** The refused rows by column and kind. */
  static void sayProblems(ImportResult result, Surroundings surroundings) {
    List<ProblemGroup> groups = ProblemGroup.of(result.problems());
    for (ProblemGroup group : groups.subList(0, Math.min(groups.size(), MOST_GROUPS))) {
      surroundings.say(
          String.format(
              Locale.ROOT,
              "%s: %,d × %s: %s%s",
              result.columnOf(group),
              group.problems().size(),
              group.what(),
              group.places(),
              group.mend().isEmpty() ? "" : " -> " + group.mend()));
    }
    if (groups.size() > MOST_GROUPS) {
      surroundings.say(
          String.format(
              Locale.ROOT,
              "and %,d more kinds of problems (--errors FILE.csv has all)",
              groups.size() - MOST_GROUPS));
    }
  }
}
