package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import java.io.IOException;
import java.util.List;

/** Writes how the topics are. */
final class TopicReport {

  private TopicReport() {}

  /** Writes all and returns the exit code. */
  static int write(List<TopicState> states, OutputOptions output, Surroundings surroundings)
      throws IOException {
    try (RowWriter<TopicState> rows = output.open(surroundings, TopicState.layout())) {
      for (TopicState state : states) {
        rows.write(state);
      }
    }
    long bad = states.stream().filter(state -> !state.isGood()).count();
    if (bad == 0) {
      return ExitCode.DONE;
    }
    surroundings.say(bad + " of " + states.size() + " topics are not as they must be");
    return ExitCode.FAILED;
  }
}
