package dev.tuneornot.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.benchmarks.measure.Plan;
import dev.tuneornot.benchmarks.measure.Scenario;
import dev.tuneornot.benchmarks.process.BrokerProcess;
import dev.tuneornot.benchmarks.report.MarkdownReport;
import dev.tuneornot.benchmarks.report.Report;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs contenders side by side and reports. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = {
      "Run contenders one after the other, interleaved, each on a new broker, and compare them.",
      "The report goes to standard output, and with JSON and logs below --output."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed, or --smoke found a difference", "2:wrong usage"})
public final class BenchmarkMain implements Callable<Integer> {

  @Option(names = "--proposals", defaultValue = "200000", description = "${DEFAULT-VALUE}")
  private long proposals;

  @Option(names = "--runs", defaultValue = "3", description = "${DEFAULT-VALUE}")
  private int runs;

  @Option(
      names = "--rescores",
      defaultValue = "3",
      description = "Price changes a run, with nothing else to do: ${DEFAULT-VALUE}")
  private int rescores;

  @Option(
      names = "--probed-rescores",
      defaultValue = "4",
      description = "Price changes a run, with new proposals meanwhile: ${DEFAULT-VALUE}")
  private int probedRescores;

  @Option(
      names = "--probe-rate",
      defaultValue = "100",
      description = "New proposals a second: ${DEFAULT-VALUE}")
  private int probeRate;

  @Option(
      names = "--probe-seconds",
      defaultValue = "10",
      description = "New proposals with nothing else to do: ${DEFAULT-VALUE}")
  private int probeSeconds;

  @Option(
      names = "--contenders",
      split = ",",
      defaultValue = "LIMIT,OURS,FOREIGN_KEY_JOIN,PRODUCE_ONLY",
      description = "${DEFAULT-VALUE}")
  private List<Contender> contenders = List.of();

  @Option(
      names = "--setting",
      paramLabel = "CONTENDER.KEY=VALUE",
      description = "Another setting of a contender, OURS.poll.ms=100 for instance.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--heap", defaultValue = "2g", description = "Of a contender: ${DEFAULT-VALUE}")
  private String heap = "";

  @Option(names = "--broker-heap", defaultValue = "1g", description = "${DEFAULT-VALUE}")
  private String brokerHeap = "";

  @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--output", defaultValue = "benchmarks/target", description = "${DEFAULT-VALUE}")
  private Path output = Path.of("");

  @Option(
      names = "--patience-seconds",
      defaultValue = "900",
      description = "How long rows may take to come: ${DEFAULT-VALUE}")
  private int patienceSeconds;

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
      proposals = 2_000;
      runs = 1;
      rescores = 2;
      probedRescores = 1;
      probeSeconds = 2;
    }
    Plan plan = plan();
    List<Result> results = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      // Turned from run to run, so that none always follows the same one.
      List<Contender> order = new ArrayList<>(contenders);
      Collections.rotate(order, run - 1);
      for (Contender contender : order) {
        System.err.println("run " + run + " of " + runs + ": " + contender.title());
        results.add(new Scenario(plan, contender, run).run());
        write(new Report(options(plan), results));
      }
    }
    System.out.println(MarkdownReport.of(new Report(options(plan), results)));
    System.err.println("Results are in " + output.resolve("results").toAbsolutePath());
    return smoke ? check(results, plan) : CommandLine.ExitCode.OK;
  }

  private Plan plan() throws IOException {
    Portfolio portfolio = new Portfolio(seed, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    long probes = Math.min(40_000, Math.max(4_000, proposals / 5));
    System.err.println("Making up " + (proposals + probes) + " proposals, or reading them");
    return new Plan(
        portfolio,
        ProposalFile.of(portfolio, proposals + probes, output.resolve("data")),
        proposals,
        probes,
        rescores,
        probedRescores,
        probeRate,
        Duration.ofSeconds(probeSeconds),
        smoke,
        heap,
        brokerHeap,
        Scenario.workUnder(output),
        output.resolve("results/logs"),
        Duration.ofSeconds(patienceSeconds),
        settings);
  }

  private Map<String, String> options(Plan plan) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("started", plan.portfolio().asOf().toString());
    options.put("proposals", Long.toString(proposals));
    options.put("dependants of the changed price", Long.toString(plan.dependants()));
    options.put("runs", Integer.toString(runs));
    options.put("partitions, threads", "4, 2");
    options.put("heap of a contender, of the broker", heap + ", " + brokerHeap);
    options.put("broker", BrokerProcess.settings().toString());
    options.put("seed", Long.toString(seed));
    options.put("Java", System.getProperty("java.version"));
    options.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return options;
  }

  private void write(Report report) throws IOException {
    Path directory = Files.createDirectories(output.resolve("results"));
    String name = "benchmark-" + proposals;
    Files.writeString(directory.resolve(name + ".md"), MarkdownReport.of(report));
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(directory.resolve(name + ".json").toFile(), report);
  }

  private static int check(List<Result> results, Plan plan) {
    List<String> differences = SmokeCheck.differences(results, plan);
    differences.forEach(System.err::println);
    return differences.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
