package dev.tuneornot.benchmarks.usage;

import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code usage import} over a spend log of so many rows, in a heap of 192 MiB, and says what
 * it took. Arguments: the number of rows, a directory for the files (which are kept).
 */
public final class SpendLogMain {
  private static final long POLL_MS = 20;
  private static final String HEAP = "-Xmx192m";

  private SpendLogMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Arguments: ROWS DIRECTORY");
      System.exit(2);
    }
    long rows = Long.parseLong(arguments[0].replace("_", ""));
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    Path proposals = directory.resolve("proposals.jsonl");
    Path log = directory.resolve("spend-" + rows + ".jsonl.gz");
    SpendLog.writeProposals(proposals);
    if (!Files.exists(log)) {
      System.err.println("writing " + log);
      SpendLog.write(rows, log);
    }
    System.exit(run(log, proposals, directory));
  }

  private static int run(Path log, Path proposals, Path directory)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "usage",
            "import",
            "--from",
            "litellm-spend",
            log.toString(),
            "--map",
            "team_id=(team-.*):$1",
            "--proposals",
            proposals.toString(),
            "--to",
            directory.resolve("usage.jsonl").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("report.txt").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessUsage usage = ProcessUsage.of(process);
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      usage = ProcessUsage.of(process).atLeast(usage);
    }
    System.out.printf(
        "%.1f s of CPU, at most %,d MiB resident (%s)%n",
        usage.cpuSeconds(), usage.peakResidentKiB() / 1024, HEAP);
    return process.exitValue();
  }
}
