package dev.tuneornot.benchmarks;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.benchmarks.measure.Plan;
import dev.tuneornot.benchmarks.measure.Scenario;
import dev.tuneornot.benchmarks.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the contenders go through, as said on the command line. */
final class PlanOptions {
  /** The command line tells no rate for fewer. */
  private static final long FEWEST_PROPOSALS = 1_000;

  private static final long FEWEST_PROBES = 4_000;
  private static final long MOST_PROBES = 40_000;

  @Option(names = "--proposals", defaultValue = "200000", description = "${DEFAULT-VALUE}")
  private long proposals;

  @Option(
      names = "--warm-up-rescores",
      defaultValue = "0",
      description = "Price changes a run before these, not counted, for the JIT: ${DEFAULT-VALUE}")
  private int warmUpRescores;

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
      description = "New proposals with nothing else to do; 0: none. ${DEFAULT-VALUE}")
  private int probeSeconds;

  @Option(
      names = "--no-restarts",
      description = "Without the starts at the end, with the state and without.")
  private boolean noRestarts;

  @Option(
      names = "--setting",
      paramLabel = "CONTENDER.KEY=VALUE",
      description = "Another setting of a contender, OURS.poll.ms=100 for instance.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--heap", defaultValue = "1g", description = "Of a contender: ${DEFAULT-VALUE}")
  private String heap = "";

  @Option(
      names = "--growth-heap",
      defaultValue = "4g",
      description = "Of ours with --growth: ${DEFAULT-VALUE}")
  private String growthHeap = "";

  @Option(names = "--broker-heap", defaultValue = "1g", description = "${DEFAULT-VALUE}")
  private String brokerHeap = "";

  @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--output", defaultValue = "benchmarks/target", description = "${DEFAULT-VALUE}")
  private Path output = Path.of("");

  @Option(
      names = "--patience-seconds",
      defaultValue = "900",
      description = "How long rows or a start may take to come: ${DEFAULT-VALUE}")
  private int patienceSeconds;

  private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** Code that runs for seconds only is not worth the second compiler. */
  private final List<String> moreJvmOptions = new ArrayList<>();

  /** As little as shows that all of it works. */
  void shrink() {
    moreJvmOptions.add("-XX:TieredStopAtLevel=1");
    proposals = 2_000;
    warmUpRescores = 0;
    rescores = 2;
    probedRescores = 1;
    probeSeconds = 2;
  }

  /**
   * What every contender goes through.
   *
   * @param comparesContent whether the content of the rows is looked at
   */
  Plan plan(boolean comparesContent) throws IOException {
    long probes = Math.min(MOST_PROBES, Math.max(FEWEST_PROBES, proposals / 5));
    return plan(
        proposals,
        probes,
        probedRescores,
        Duration.ofSeconds(probeSeconds),
        !noRestarts,
        comparesContent,
        heap);
  }

  /** Load and re-scores only, with several times the proposals. */
  Plan grownPlan(int growth) throws IOException {
    return plan(growth * proposals, 0, 0, Duration.ZERO, false, false, growthHeap);
  }

  private Plan plan(
      long loaded,
      long probes,
      int probed,
      Duration probeTime,
      boolean restarts,
      boolean comparesContent,
      String contenderHeap)
      throws IOException {
    System.err.println("Making up " + (loaded + probes) + " proposals, or reading them");
    return new Plan(
        portfolio(),
        ProposalFile.of(portfolio(), loaded + probes, data()),
        loaded,
        probes,
        warmUpRescores,
        rescores,
        probed,
        probeRate,
        probeTime,
        restarts,
        comparesContent,
        contenderJvmOptions(contenderHeap),
        jvmOptions(brokerHeap),
        Scenario.workUnder(output),
        logs(),
        Duration.ofSeconds(patienceSeconds),
        settings);
  }

  /**
   * @throws ParameterException where a number is out of its range
   */
  void check(CommandLine commandLine) {
    atLeast(commandLine, "--proposals", proposals, FEWEST_PROPOSALS);
    atLeast(commandLine, "--warm-up-rescores", warmUpRescores, 0);
    atLeast(commandLine, "--rescores", rescores, 0);
    atLeast(commandLine, "--probed-rescores", probedRescores, 0);
    atLeast(commandLine, "--probe-rate", probeRate, 1);
    atLeast(commandLine, "--probe-seconds", probeSeconds, 0);
    atLeast(commandLine, "--patience-seconds", patienceSeconds, 1);
  }

  /**
   * @throws ParameterException where {@code value} is less than {@code least}
   */
  static void atLeast(CommandLine commandLine, String option, long value, long least) {
    if (value < least) {
      throw new ParameterException(
          commandLine, option + " = " + value + ": must be at least " + least);
    }
  }

  /** Of a process with this heap. */
  private List<String> jvmOptions(String size) {
    List<String> options = new ArrayList<>(List.of("-Xmx" + size, "-Xms" + size));
    options.addAll(moreJvmOptions);
    return options;
  }

  /** With the collector that the streams app's image has (docs/decisions/0016). */
  private List<String> contenderJvmOptions(String size) {
    List<String> options = jvmOptions(size);
    options.add("-XX:+UseParallelGC");
    return options;
  }

  /** Of the command line. */
  List<String> jvmOptions() {
    return jvmOptions(heap);
  }

  Portfolio portfolio() {
    return new Portfolio(seed, started);
  }

  long proposals() {
    return proposals;
  }

  /** What is made up once and used by every run. */
  Path data() {
    return output.resolve("data");
  }

  Path results() {
    return output.resolve("results");
  }

  /** What the processes say. */
  Path logs() {
    return results().resolve("logs");
  }

  /** For the report. */
  Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("started", started.toString());
    told.put("proposals", Long.toString(proposals));
    told.put("dependants of the changed price", Long.toString(Portfolio.dependants(proposals)));
    told.put("partitions, threads", "4, 2");
    told.put("re-scores of a run", warmUpRescores + " not counted, then " + rescores);
    told.put("JVM of a contender", String.join(" ", contenderJvmOptions(heap)));
    told.put("JVM of the broker", String.join(" ", jvmOptions(brokerHeap)));
    told.put("broker", BrokerProcess.settings().toString());
    told.put("seed", Long.toString(seed));
    told.put("Java", System.getProperty("java.version"));
    told.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return told;
  }
}
