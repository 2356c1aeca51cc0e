package dev.tuneornot.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Loads the examples through the command line's own commands, as a user would. */
final class Quickstart {
  static final String PRICING = "pricing.jsonl";
  static final String PORTFOLIO = "portfolio.csv";

  private static final Duration PRICES_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SUMMARY_TIMEOUT = Duration.ofSeconds(10);

  private final EmbeddedStack stack;
  private final Path examples;
  private final PrintStream out;
  private final PrintStream err;

  Quickstart(EmbeddedStack stack, Path examples, PrintStream out, PrintStream err) {
    this.stack = stack;
    this.examples = examples;
    this.out = out;
    this.err = err;
  }

  /**
   * @return the exit code of the first command that failed; 0 where none did
   */
  int run() throws InterruptedException {
    List<String> known = recommendations();
    if (!known.isEmpty()) {
      err.println("The data directory holds " + known.size() + " recommendations; going on there.");
      return firstFailure(cli("recommendations", "export", "--output", "table"), summary(known));
    }
    int prices = cli("pricing", "send", examples.resolve(PRICING).toString());
    if (prices != 0) {
      return prices;
    }
    int models = lines("pricing", "list", "--output", "jsonl").size();
    if (!new PricesInForce(stack).await(models, PRICES_TIMEOUT)) {
      err.println("The prices were not taken up within " + PRICES_TIMEOUT.toSeconds() + " s");
      return CommandLine.ExitCode.SOFTWARE;
    }
    int proposals = cli("proposals", "send", "--wait", examples.resolve(PORTFOLIO).toString());
    if (proposals != 0) {
      return proposals;
    }
    int summary = summary(recommendations());
    sayWhere();
    return summary;
  }

  private static int firstFailure(int first, int second) {
    return first == 0 ? second : first;
  }

  /** The sums follow the recommendations by a fraction of a second. */
  private int summary(List<String> recommendations) throws InterruptedException {
    long end = System.nanoTime() + SUMMARY_TIMEOUT.toNanos();
    while (counted() < recommendations.size() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    out.println();
    return cli("portfolio", "summary", "--output", "table");
  }

  private long counted() {
    return lines("portfolio", "summary", "--output", "csv").stream()
        .skip(1)
        .mapToLong(line -> Long.parseLong(line.split(",", -1)[1]))
        .sum();
  }

  private List<String> recommendations() {
    return lines("recommendations", "export", "--output", "jsonl");
  }

  private List<String> lines(String... command) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = run(new PrintStream(bytes, false, UTF_8), command);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
    return bytes.toString(UTF_8).lines().toList();
  }

  private int cli(String... command) {
    return run(out, command);
  }

  private int run(PrintStream to, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--bootstrap-server",
            stack.bootstrapServers(),
            "--schema-registry",
            stack.registryUrl()));
    return dev.tuneornot.cli.Main.run(to, err, arguments.toArray(String[]::new));
  }

  private void sayWhere() {
    err.println();
    err.println("Kafka:           " + stack.bootstrapServers());
    err.println("Schema registry: " + stack.registryUrl());
    err.println("Health:          " + stack.healthUrl());
  }
}
