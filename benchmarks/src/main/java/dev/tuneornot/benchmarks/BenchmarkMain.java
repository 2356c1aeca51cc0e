package dev.tuneornot.benchmarks;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.measure.Plan;
import dev.tuneornot.benchmarks.measure.Scenario;
import dev.tuneornot.benchmarks.report.MarkdownReport;
import dev.tuneornot.benchmarks.report.Report;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.benchmarks.report.ResultFiles;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs contenders side by side and reports. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = {
      "Run contenders one after the other, interleaved, each on a new broker, and compare them.",
      "The report goes to standard output, and with JSON, a plot and logs below --output."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed, or --smoke found a difference", "2:wrong usage"})
public final class BenchmarkMain implements Callable<Integer> {

  @Mixin private PlanOptions options = new PlanOptions();

  @Option(names = "--runs", defaultValue = "3", description = "${DEFAULT-VALUE}")
  private int runs;

  @Option(
      names = "--contenders",
      split = ",",
      defaultValue = "LIMIT,OURS,OURS_AT_LEAST_ONCE,FOREIGN_KEY_JOIN,PRODUCE_ONLY",
      description = "${DEFAULT-VALUE}")
  private List<Contender> contenders = List.of();

  @Option(
      names = "--growth",
      paramLabel = "N",
      defaultValue = "0",
      description = "In the end, ours once more with N times the proposals; 0: not at all.")
  private int growth;

  @Option(
      names = "--smoke",
      description = "2,000 proposals, once, and check that all contenders say the same.")
  private boolean smoke;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchmarkMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrustedClasses.install();
    if (smoke) {
      options.shrink();
      runs = 1;
    }
    Map<String, String> told = options.told();
    told.put("runs", Integer.toString(runs));
    ResultFiles files = new ResultFiles(options.results(), "benchmark-" + options.proposals());
    Plan plan = options.plan(smoke);
    Report report = compare(plan, Report.of(told), files);
    if (growth > 0) {
      System.err.println("ours with " + growth + " times the proposals");
      report =
          report.withGrown(new Scenario(options.grownPlan(growth), Contender.OURS, runs + 1).run());
      files.write(report);
    }
    System.out.println(MarkdownReport.of(report));
    System.err.println("Results are in " + files.directory().toAbsolutePath());
    return smoke ? check(report.results(), plan) : CommandLine.ExitCode.OK;
  }

  private Report compare(Plan plan, Report empty, ResultFiles files)
      throws IOException, InterruptedException {
    Report report = empty;
    List<Result> results = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      // Turned from run to run, so that none always follows the same one.
      List<Contender> order = new ArrayList<>(contenders);
      Collections.rotate(order, run - 1);
      for (Contender contender : order) {
        System.err.println("run " + run + " of " + runs + ": " + contender.title());
        results.add(new Scenario(plan, contender, run).run());
        report = empty.withResults(results);
        files.write(report);
      }
    }
    return report;
  }

  private static int check(List<Result> results, Plan plan) {
    List<String> differences = SmokeCheck.differences(results, plan);
    differences.forEach(System.err::println);
    return differences.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
