package dev.tuneornot.cli.schemas;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import java.io.IOException;
import java.util.List;

/** Writes how our schemas stand. */
final class SubjectReport {

  private SubjectReport() {}

  /** Writes all and returns the exit code. */
  static int write(List<SubjectState> states, OutputOptions output, Surroundings surroundings)
      throws IOException {
    try (RowWriter<SubjectState> rows = output.open(surroundings, SubjectState.layout())) {
      for (SubjectState state : states) {
        rows.write(state);
      }
    }
    long bad = states.stream().filter(state -> !state.isGood()).count();
    if (bad == 0) {
      return ExitCode.DONE;
    }
    surroundings.say(bad + " of " + states.size() + " schemas are not registered");
    return ExitCode.FAILED;
  }
}
