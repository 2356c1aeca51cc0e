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
  static final String POLICY = "policy.json";
  static final String USAGE = "usage.jsonl";
  static final String PORTFOLIO = "portfolio.csv";

  private static final Duration REFERENCE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SUMMARY_TIMEOUT = Duration.ofSeconds(10);

  private final EmbeddedStack stack;
  private final String dashboard;
  private final Path examples;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param dashboard its address
   */
  Quickstart(
      EmbeddedStack stack, String dashboard, Path examples, PrintStream out, PrintStream err) {
    this.stack = stack;
    this.dashboard = dashboard;
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
      err.println("Going on with the " + known.size() + " recommendations that are there.");
      int table = cli("recommendations", "export", "--output", "table");
      return table == 0 ? finish(known) : table;
    }
    int sent = load();
    return sent == 0 ? finish(recommendations()) : sent;
  }

  private int load() {
    int code = cli("pricing", "send", file(PRICING));
    if (code == 0) {
      code = cli("policy", "send", file(POLICY));
    }
    if (code != 0) {
      return code;
    }
    int reference =
        lines("pricing", "list", "--output", "jsonl").size()
            + lines("policy", "list", "--output", "jsonl").size();
    if (!new ReferenceInForce(stack).await(reference, REFERENCE_TIMEOUT)) {
      err.println("The prices were not taken up within " + REFERENCE_TIMEOUT.toSeconds() + " s");
      return CommandLine.ExitCode.SOFTWARE;
    }
    int usage = cli("usage", "send", file(USAGE));
    return usage == 0 ? cli("proposals", "send", "--wait", file(PORTFOLIO)) : usage;
  }

  private String file(String name) {
    return examples.resolve(name).toString();
  }

  private int finish(List<String> recommendations) throws InterruptedException {
    int summary = summary(recommendations);
    sayWhere();
    return summary;
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
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        run(new PrintStream(bytes, false, UTF_8), new PrintStream(said, false, UTF_8), command);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said.toString(UTF_8));
    }
    return bytes.toString(UTF_8).lines().toList();
  }

  private int cli(String... command) {
    return run(out, err, command);
  }

  private int run(PrintStream to, PrintStream messages, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--bootstrap-server",
            stack.bootstrapServers(),
            "--schema-registry",
            stack.registryUrl()));
    return dev.tuneornot.cli.Main.run(to, messages, arguments.toArray(String[]::new));
  }

  private void sayWhere() {
    err.println();
    err.println("Dashboard:       " + dashboard);
    err.println("Kafka:           " + stack.bootstrapServers());
    err.println("Schema registry: " + stack.registryUrl());
    err.println("Health:          " + stack.healthUrl());
    err.println();
    err.println("Ask for the reasons of one of them, with this stack still running:");
    err.println("  ./tune-or-not recommendations explain health-medical-coding");
  }
}
