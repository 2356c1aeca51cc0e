package dev.tuneornot.cli.schemas;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * How our schema stands under a subject.
 *
 * @param id of our schema; null where it is not registered
 * @param problem what is wrong, a sentence; null where nothing is
 */
record SubjectState(String subject, @Nullable Integer id, Status status, @Nullable String problem) {

  /** What was found. */
  enum Status {
    OK,
    REGISTERED,
    MISSING,
    INCOMPATIBLE
  }

  boolean isGood() {
    return status == Status.OK || status == Status.REGISTERED;
  }

  static Layout<SubjectState> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("subject", SubjectState::subject),
            new Field<>("id", SubjectState::id),
            new Field<>("status", SubjectState::status),
            new Field<>("problem", SubjectState::problem)),
        List.of(
            TableColumn.fixed("SUBJECT", SubjectState::subject),
            TableColumn.figure("ID", row -> row.id == null ? Figures.NONE : row.id.toString()),
            TableColumn.fixed("STATUS", (SubjectState row) -> row.status.name())
                .styled(row -> row.isGood() ? Style.fg_green : Style.fg_red),
            TableColumn.words(
                "PROBLEM", 20, 40, row -> row.problem == null ? Figures.NONE : row.problem)));
  }
}
