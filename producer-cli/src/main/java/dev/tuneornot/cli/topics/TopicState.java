package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * How a topic is.
 *
 * @param partitions null where it does not exist
 * @param problems what is not as it must be, a sentence each
 */
record TopicState(
    String topic, @Nullable Integer partitions, Status status, List<String> problems) {

  /** What was found. */
  enum Status {
    OK,
    CREATED,
    MISSING,
    WRONG
  }

  boolean isGood() {
    return status == Status.OK || status == Status.CREATED;
  }

  static Layout<TopicState> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("topic", TopicState::topic),
            new Field<>("partitions", TopicState::partitions),
            new Field<>("status", TopicState::status),
            new Field<>("problem", row -> row.problems.isEmpty() ? null : row.sentence())),
        List.of(
            TableColumn.fixed("TOPIC", TopicState::topic),
            TableColumn.figure(
                "PARTITIONS",
                row -> row.partitions == null ? Figures.NONE : row.partitions.toString()),
            TableColumn.fixed("STATUS", (TopicState row) -> row.status.name())
                .styled(row -> row.isGood() ? Style.fg_green : Style.fg_red),
            TableColumn.words(
                "PROBLEM", 20, 40, row -> row.problems.isEmpty() ? Figures.NONE : row.sentence())));
  }

  private String sentence() {
    return String.join("; ", problems);
  }
}
