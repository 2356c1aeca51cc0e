package dev.tuneornot.benchmarks.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.model.Proposal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Heap, time to build and speed of walks of structures for the index of dependants. */
@Command(
    name = "IndexComparison",
    mixinStandardHelpOptions = true,
    description =
        "Compare structures for the index of dependants; four tasks, as with four partitions.")
public final class IndexComparison implements Callable<Integer> {
  private static final int TASKS = 4;
  private static final int ROUNDS = 5;

  @Option(names = "--proposals", defaultValue = "1000000", description = "${DEFAULT-VALUE}")
  private int proposals;

  @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
  private long seed;

  private final Map<String, Supplier<DependantStructure>> structures = new LinkedHashMap<>();

  private IndexComparison() {
    structures.put(
        "sorted array and its changes a model (as it is)", DependantStructure.AsItIs::new);
    structures.put("TreeSet a model", TreeSets::new);
    structures.put("one tree, filtered", OneTree::new);
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new IndexComparison()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Proposal> input = new ArrayList<>(proposals);
    new Portfolio(seed, Instant.EPOCH.plusSeconds(1_800_000_000))
        .proposals(proposals, (proposal, number) -> input.add(keyFieldsOf(proposal)));
    String typical = input.get(1).getBaselineModel();
    line("| structure | ids arrive | heap, bytes a proposal | build, proposals/s |");
    line("hot model, rows/s | typical model, rows/s | rows |\n");
    line("|---|---|---|---|---|---|---|\n");
    // The first measures warm the JIT up and do not count.
    measure("", input, "", typical, structures.values().iterator().next());
    structures.forEach((name, structure) -> measure(name, input, "in order", typical, structure));
    Collections.shuffle(input, new Random(seed));
    structures.forEach((name, structure) -> measure(name, input, "shuffled", typical, structure));
    return CommandLine.ExitCode.OK;
  }

  /** Without what the index does not look at, and with shared strings. */
  private static Proposal keyFieldsOf(Proposal proposal) {
    Proposal key = new Proposal();
    key.setProposalId(proposal.getProposalId());
    key.setPortfolio(proposal.getPortfolio().intern());
    key.setBaselineModel(proposal.getBaselineModel().intern());
    key.setCandidateModels(proposal.getCandidateModels().stream().map(String::intern).toList());
    return key;
  }

  private static void measure(
      String name,
      List<Proposal> input,
      String order,
      String typical,
      Supplier<DependantStructure> structure) {
    long before = usedHeap();
    long start = System.nanoTime();
    List<DependantStructure> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(structure.get());
    }
    for (Proposal proposal : input) {
      byte[] id = proposal.getProposalId().getBytes(UTF_8);
      tasks.get(Utils.toPositive(Utils.murmur2(id)) % TASKS).add(Bytes.wrap(id), proposal);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap = usedHeap() - before;
    Map<String, Double> rates = new HashMap<>();
    long rows = 0;
    for (int i = 0; i < ROUNDS; i++) {
      rows = walk(tasks, Portfolio.HOT_MODEL, rates) + walk(tasks, typical, rates);
    }
    if (!name.isEmpty()) {
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.0f | %.0f | %.0f | %.0f | %d |%n",
              name,
              order,
              (double) heap / input.size(),
              input.size() / seconds,
              rates.get(Portfolio.HOT_MODEL),
              rates.get(typical),
              rows));
    }
  }

  /** Keeps the best rate; gives the number of rows. */
  private static long walk(
      List<DependantStructure> tasks, String model, Map<String, Double> rates) {
    long rows = 0;
    long checksum = 0;
    long start = System.nanoTime();
    for (DependantStructure task : tasks) {
      for (Iterator<Bytes> walk = task.walk(model); walk.hasNext(); rows++) {
        checksum += walk.next().get()[0];
      }
    }
    double rate = rows * 1e9 / (System.nanoTime() - start);
    if (checksum != 0) {
      rates.merge(model, rate, Math::max);
    }
    return rows;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void line(String text) {
    System.out.print(text);
  }
}
