package dev.tuneornot.benchmarks.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.benchmarks.report.CommandLineRun;
import dev.tuneornot.benchmarks.report.CommandLineRun.Pace;
import dev.tuneornot.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs {@code evaluate}, and reading and writing alone, over the same file, each in a JVM of its
 * own and turned from run to run. The output goes nowhere: a disk would make both slower, and the
 * ratio better.
 */
public final class CommandLines {
  private static final Pattern TALLY =
      Pattern.compile("^([\\d,]+) proposals .*\\(([\\d,]+) a second\\)");
  private static final long POLL_MS = 10;

  private final Portfolio portfolio;
  private final Path proposals;
  private final Path prices;
  private final Path logs;
  private final List<String> jvmOptions;

  /**
   * @param data takes the files that are read
   * @param logs takes what the processes say
   */
  public CommandLines(
      Portfolio portfolio, long number, Path data, Path logs, List<String> jvmOptions)
      throws IOException {
    this.portfolio = portfolio;
    this.logs = Files.createDirectories(logs);
    this.jvmOptions = List.copyOf(jvmOptions);
    Files.createDirectories(data);
    prices = data.resolve("prices-" + portfolio.seed() + ".jsonl");
    portfolio.writePrices(prices);
    proposals = data.resolve("proposals-" + portfolio.seed() + "-" + number + ".jsonl");
    if (!Files.exists(proposals)) {
      portfolio.writeProposals(number, proposals);
    }
  }

  /**
   * One run.
   *
   * @param run from 1
   * @throws IllegalStateException where a process fails
   */
  public CommandLineRun run(int run) throws IOException, InterruptedException {
    if (run % 2 == 0) {
      Pace codec = codec(run);
      return new CommandLineRun(run, evaluate(run), codec);
    }
    return new CommandLineRun(run, evaluate(run), codec(run));
  }

  private Pace evaluate(int run) throws IOException, InterruptedException {
    return measure(
        run + "-evaluate.log",
        Main.class,
        List.of(
            "evaluate",
            "--proposals",
            proposals.toString(),
            "--pricing",
            prices.toString(),
            "--as-of",
            portfolio.asOf().toString(),
            "--output",
            "jsonl"));
  }

  private Pace codec(int run) throws IOException, InterruptedException {
    return measure(
        run + "-codec.log",
        CodecMain.class,
        List.of(proposals.toString(), prices.toString(), portfolio.asOf().toString()));
  }

  private Pace measure(String name, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Path log = logs.resolve(name);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    Thread killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
    ProcessUsage usage = ProcessUsage.of(process);
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      usage = ProcessUsage.of(process).atLeast(usage);
    }
    Runtime.getRuntime().removeShutdownHook(killer);
    String said = Files.readString(log, UTF_8);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          main.getName() + " ended with " + process.exitValue() + ": " + said);
    }
    return pace(said, usage);
  }

  /** Of what a process has said at its end. */
  static Pace pace(String said, ProcessUsage usage) {
    Matcher tally = said.lines().map(TALLY::matcher).filter(Matcher::find).findFirst().orElse(null);
    if (tally == null) {
      throw new IllegalStateException("no rate in: " + said);
    }
    return new Pace(
        (long) number(tally.group(1)),
        number(tally.group(2)),
        usage.cpuSeconds(),
        usage.peakResidentKiB());
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }
}
