package dev.tuneornot.benchmarks;

import dev.tuneornot.benchmarks.commandline.CommandLines;
import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.measure.Plan;
import dev.tuneornot.benchmarks.measure.Scenario;
import dev.tuneornot.benchmarks.pure.PureParts;
import dev.tuneornot.benchmarks.report.CommandLineRun;
import dev.tuneornot.benchmarks.report.MarkdownReport;
import dev.tuneornot.benchmarks.report.Report;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.benchmarks.report.ResultFiles;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  /** What can be measured apart from the rest. */
  enum Part {
    /** The contenders. */
    KAFKA,
    /** {@code evaluate} against reading and writing alone. */
    COMMAND_LINE,
    /** What needs neither Kafka nor files, by JMH. */
    PURE
  }

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "KAFKA,COMMAND_LINE,PURE",
      description = "${DEFAULT-VALUE}")
  private Set<Part> parts = Set.of();

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
      names = "--keep",
      description =
          "Keep what the last report of as many proposals has of the parts that are not run now.")
  private boolean keep;

  @Option(
      names = "--smoke",
      description = "2,000 proposals, once, and check that all contenders say the same.")
  private boolean smoke;

  private final List<String> failures = new ArrayList<>();

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Returns the exit code. */
  static int run(String... arguments) {
    return new CommandLine(new BenchmarkMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrustedClasses.install();
    if (smoke) {
      options.shrink();
      runs = 1;
    }
    check(Objects.requireNonNull(command).commandLine());
    Map<String, String> told = options.told();
    told.put("runs", Integer.toString(runs));
    ResultFiles files = new ResultFiles(options.results(), "benchmark-" + options.proposals());
    Report report = keep ? kept(files, told) : Report.of(told);
    if (parts.contains(Part.COMMAND_LINE)) {
      report = report.withCommandLine(commandLine());
      files.write(report);
    }
    if (parts.contains(Part.PURE)) {
      System.err.println("pure parts");
      Path log = options.logs().resolve("jmh.log");
      Files.createDirectories(options.logs());
      report = report.withPure(smoke ? PureParts.tryOut() : PureParts.measure(log));
      files.write(report);
    }
    if (parts.contains(Part.KAFKA)) {
      report = compare(report, files);
    }
    // Last: it takes the most memory and disk, and what was measured before is on disk by then.
    if (growth > 0) {
      System.err.println("ours with " + growth + " times the proposals");
      report =
          report.withGrown(new Scenario(options.grownPlan(growth), Contender.OURS, runs + 1).run());
      files.write(report);
    }
    System.out.println(MarkdownReport.of(report));
    System.err.println("Results are in " + files.directory().toAbsolutePath());
    boolean isRight = failures.isEmpty() && (!smoke || smokeCheck(report));
    return isRight ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void check(CommandLine commandLine) {
    options.check(commandLine);
    PlanOptions.atLeast(commandLine, "--runs", runs, 1);
    PlanOptions.atLeast(commandLine, "--growth", growth, 0);
  }

  private static Report kept(ResultFiles files, Map<String, String> told) throws IOException {
    Report last = files.read();
    if (last == null) {
      return Report.of(told);
    }
    told.put("kept from", last.options().toString());
    return last.withOptions(told);
  }

  private List<CommandLineRun> commandLine() throws IOException, InterruptedException {
    CommandLines programs =
        new CommandLines(
            options.portfolio(),
            options.proposals(),
            options.data(),
            options.logs(),
            options.jvmOptions());
    List<CommandLineRun> done = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      System.err.println("run " + run + " of " + runs + ": command line");
      done.add(programs.run(run));
    }
    return done;
  }

  private Report compare(Report empty, ResultFiles files) throws IOException, InterruptedException {
    Plan plan = options.plan(smoke);
    Report report = empty;
    List<Result> results = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      // Turned from run to run, so that none always follows the same one.
      List<Contender> order = new ArrayList<>(contenders);
      Collections.rotate(order, run - 1);
      for (Contender contender : order) {
        System.err.println("run " + run + " of " + runs + ": " + contender.title());
        try {
          results.add(new Scenario(plan, contender, run).run());
          report = report.withResults(results);
        } catch (IllegalStateException e) {
          // The others are worth having; the report says which is not in it.
          String failure = "run " + run + ", " + contender.title() + ": " + e.getMessage();
          System.err.println(failure);
          failures.add(failure);
          report = report.withFailures(failures);
        }
        files.write(report);
      }
    }
    return report;
  }

  private boolean smokeCheck(Report report) {
    List<String> differences = SmokeCheck.differences(report, options.proposals());
    differences.forEach(System.err::println);
    return differences.isEmpty();
  }
}
