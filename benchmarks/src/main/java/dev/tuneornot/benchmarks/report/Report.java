package dev.tuneornot.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured.
 *
 * @param options of the command line, and what the machine is
 * @param results of the contenders
 * @param grown one run of ours with several times the proposals; null where not measured
 * @param commandLine of the command line; none where not measured
 * @param pure of the parts without Kafka and files; none where not measured
 */
public record Report(
    Map<String, String> options,
    List<Result> results,
    @Nullable Result grown,
    List<CommandLineRun> commandLine,
    List<PureFigure> pure) {

  /** The same figures, under other options. */
  public Report withOptions(Map<String, String> others) {
    return new Report(others, results, grown, commandLine, pure);
  }

  /** The same figures, and what is missing among them. */
  public Report withFailures(List<String> failures) {
    Map<String, String> others = new LinkedHashMap<>(options);
    others.put("failed", String.join("; ", failures));
    return withOptions(others);
  }

  /** With nothing measured yet. */
  public static Report of(Map<String, String> options) {
    return new Report(options, List.of(), null, List.of(), List.of());
  }

  public Report withResults(List<Result> all) {
    return new Report(options, List.copyOf(all), grown, commandLine, pure);
  }

  public Report withGrown(Result result) {
    return new Report(options, results, result, commandLine, pure);
  }

  public Report withCommandLine(List<CommandLineRun> runs) {
    return new Report(options, results, grown, List.copyOf(runs), pure);
  }

  public Report withPure(List<PureFigure> figures) {
    return new Report(options, results, grown, commandLine, List.copyOf(figures));
  }
}
