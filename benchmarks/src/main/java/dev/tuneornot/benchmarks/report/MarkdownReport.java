package dev.tuneornot.benchmarks.report;

import static dev.tuneornot.benchmarks.contender.Contender.FOREIGN_KEY_JOIN;
import static dev.tuneornot.benchmarks.contender.Contender.LIMIT;
import static dev.tuneornot.benchmarks.contender.Contender.OURS;
import static dev.tuneornot.benchmarks.contender.Contender.PRODUCE_ONLY;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The report for a reader. Every figure is the median over the runs, with least and greatest. */
public final class MarkdownReport {
  private static final String RATIO = "%.2f";
  private static final String WHOLE = "%.0f";

  private final Report report;
  private final Ratios ratios;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
    this.ratios = new Ratios(report.results());
  }

  public static String of(Report report) {
    MarkdownReport markdown = new MarkdownReport(report);
    markdown.options();
    markdown.measures();
    markdown.figures();
    markdown.settings();
    return markdown.text.toString();
  }

  private void options() {
    text.append("# Benchmark\n\n");
    report.options().forEach((name, value) -> line("- " + name + ": " + value));
  }

  private void measures() {
    line("\n## Measures: median (least..greatest) of the runs\n");
    row("", "measure", "value");
    row("", "---", "---");
    ratio("1", "load, ours ÷ limit", OURS, LIMIT, Ratios::loadRate);
    ratio("2", "re-score, ours ÷ produce only", OURS, PRODUCE_ONLY, Ratios::rescoreRate);
    ratio("3", "re-score, ours ÷ foreign-key join", OURS, FOREIGN_KEY_JOIN, Ratios::rescoreRate);
    ratio("4", "load, ours ÷ foreign-key join", OURS, FOREIGN_KEY_JOIN, Ratios::loadRate);
    each("5", "p99 of a new proposal, idle, ms", Ratios::idleP99, WHOLE);
    each("5", "p99 of a new proposal during a re-score, ms", Ratios::busyP99, WHOLE);
    each(
        "5",
        "p99 during a re-score ÷ idle",
        result -> Ratios.busyP99(result) / Ratios.idleP99(result),
        RATIO);
    each("6", "bytes of all topics ÷ of recommendations, re-score", Ratios::amplification, RATIO);
    each("8", "state on disk ÷ Avro of the proposals", Ratios::stateRatio, RATIO);
  }

  private void figures() {
    line("\n## Figures\n");
    row("", "figure", "value");
    row("", "---", "---");
    each("", "load, rows/s", Ratios::loadRate, WHOLE);
    each("", "load, CPU µs a row", Ratios::loadCpuMicrosARow, RATIO);
    each("", "re-score, rows/s", Ratios::rescoreRate, WHOLE);
    each("", "re-score, CPU µs a row", Ratios::cpuMicrosARow, RATIO);
    each("", "re-score, bytes of all topics a row", Ratios::bytesARow, WHOLE);
    each("", "CPU seconds of the process", Result::cpuSeconds, RATIO);
    each("", "peak memory of the process, MiB", r -> r.peakResidentKiB() / 1024.0, WHOLE);
    line("\n## Every run\n");
    row("run", "contender", "load rows/s | re-score rows/s | p99 idle ms | p99 busy ms (samples)");
    row("---", "---", "---|---|---|---");
    for (Result result : report.results()) {
      row(Integer.toString(result.run()), result.contender().title(), runFigures(result));
    }
  }

  private static String runFigures(Result result) {
    List<String> rescores =
        result.rescores().stream().map(rows -> WHOLE.formatted(rows.rowsPerSecond())).toList();
    Latencies idle = result.idle();
    Latencies busy = result.busy();
    return String.join(
        " | ",
        result.load() == null ? "-" : WHOLE.formatted(result.load().rowsPerSecond()),
        rescores.isEmpty() ? "-" : String.join(", ", rescores),
        idle == null ? "-" : RATIO.formatted(idle.p99()) + " (" + idle.samples() + ")",
        busy == null ? "-" : RATIO.formatted(busy.p99()) + " (" + busy.samples() + ")");
  }

  private void settings() {
    line("\n## Settings; what is not here is Kafka's default, and in the logs\n");
    for (Contender contender : Contender.values()) {
      TreeSet<String> lines = new TreeSet<>();
      report.results().stream()
          .filter(result -> result.contender() == contender && result.run() == 1)
          .forEach(
              result -> result.settings().forEach((key, value) -> lines.add(key + "=" + value)));
      line("### " + contender.title() + "\n\n```\n" + String.join("\n", lines) + "\n```\n");
    }
  }

  private void ratio(
      String number,
      String name,
      Contender above,
      Contender below,
      ToDoubleFunction<Result> figure) {
    row(number, name, ratios.ratio(above, below, figure).text(RATIO));
  }

  private void each(String number, String name, ToDoubleFunction<Result> figure, String format) {
    for (Contender contender : Contender.values()) {
      Spread spread = ratios.figure(contender, figure);
      if (spread.count() > 0) {
        row(number, name + ", " + contender.title(), spread.text(format));
      }
    }
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
