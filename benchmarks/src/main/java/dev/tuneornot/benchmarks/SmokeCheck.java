package dev.tuneornot.benchmarks;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.report.CommandLineRun;
import dev.tuneornot.benchmarks.report.Report;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.benchmarks.report.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether contenders did the same work: as many rows, of the same proposals, of the same content.
 */
final class SmokeCheck {

  private SmokeCheck() {}

  /** What is not as it must be, in words. */
  static List<String> differences(Report report, long proposals) {
    List<String> differences = new ArrayList<>();
    Map<String, Long> fingerprints = new HashMap<>();
    for (Result result : report.results()) {
      Contender contender = result.contender();
      Rows load = result.load();
      if (load != null) {
        compare(contender, "load", load, proposals, fingerprints, differences);
      }
      for (int i = 0; i < result.rescores().size(); i++) {
        Rows rescore = result.rescores().get(i);
        // Sends the same rows each time, and those of the first price.
        Map<String, Long> comparable =
            contender == Contender.PRODUCE_ONLY ? new HashMap<>() : fingerprints;
        String phase = "re-score " + (i + 1);
        compare(
            contender, phase, rescore, Portfolio.dependants(proposals), comparable, differences);
      }
    }
    for (CommandLineRun run : report.commandLine()) {
      compare("evaluate", run.evaluate(), proposals, differences);
      compare("decoding and encoding alone", run.codec(), proposals, differences);
    }
    return differences;
  }

  private static void compare(
      String program, CommandLineRun.Pace pace, long wanted, List<String> differences) {
    if (pace.rows() != wanted) {
      differences.add(program + ": " + pace.rows() + " rows instead of " + wanted);
    }
  }

  private static void compare(
      Contender contender,
      String phase,
      Rows rows,
      long wanted,
      Map<String, Long> fingerprints,
      List<String> differences) {
    String what = contender.title() + ", " + phase + ": ";
    if (rows.rows() != wanted) {
      differences.add(what + rows.rows() + " rows instead of " + wanted);
    }
    boolean repeats = contender == Contender.PRODUCE_ONLY;
    if (!repeats && rows.distinct() != wanted) {
      differences.add(what + rows.distinct() + " proposals instead of " + wanted);
    }
    Long other = fingerprints.putIfAbsent(phase, rows.fingerprint());
    if (other != null && !Objects.equals(other, rows.fingerprint())) {
      differences.add(what + "other outcomes than another contender's");
    }
  }
}
