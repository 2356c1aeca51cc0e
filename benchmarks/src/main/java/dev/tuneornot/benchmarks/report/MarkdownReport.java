package dev.tuneornot.benchmarks.report;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report for a reader. Every figure is the median over the runs, with least and greatest. */
public final class MarkdownReport {
  private static final String RATIO = "%.2f";
  private static final String WHOLE = "%.0f";
  private static final String TENTHS = "%.1f";

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
    if (!report.results().isEmpty()) {
      markdown.figures();
      markdown.runs();
    }
    markdown.grown();
    markdown.commandLine();
    markdown.pure();
    if (!report.results().isEmpty()) {
      markdown.settings();
    }
    return markdown.text.toString();
  }

  private void options() {
    text.append("# Benchmark\n\n");
    report.options().forEach((name, value) -> line("- " + name + ": " + value));
  }

  private void measures() {
    line("\n## Measures: median, least and greatest of the runs\n");
    row("", "measure", "floor", "goal", "median", "least", "greatest", "");
    row("---", "---", "---", "---", "---", "---", "---", "---");
    for (Measure measure : Measures.of(report)) {
      Target target = measure.target();
      Spread spread = measure.spread();
      row(
          measure.number(),
          measure.name(),
          target.floorText(),
          target.text(target.goal()),
          target.text(spread.median()),
          target.text(spread.least()),
          target.text(spread.greatest()),
          measure.verdict());
    }
  }

  private void figures() {
    line("\n## Figures: median (least..greatest) of the runs\n");
    row("figure", "contender", "value");
    row("---", "---", "---");
    each("load, rows/s", Ratios::loadRate, WHOLE);
    each("load, CPU µs a row, contender", Ratios::loadCpuMicros, RATIO);
    each("load, CPU µs a row, broker", Ratios::loadBrokerCpuMicros, RATIO);
    each("re-score, rows/s", Ratios::rescoreRate, WHOLE);
    each("re-score, CPU µs a row, contender", Ratios::rescoreCpuMicros, RATIO);
    each("re-score, CPU µs a row, broker", Ratios::rescoreBrokerCpuMicros, RATIO);
    each("re-score, bytes of all topics a row", Ratios::bytesARow, WHOLE);
    each("re-score, bytes of all topics ÷ of `recommendations`", Ratios::amplification, RATIO);
    each("p99 of a new proposal, idle, ms", Ratios::idleP99, WHOLE);
    each("p99 of a new proposal during a re-score, ms", Ratios::busyP99, WHOLE);
    each(
        "p99 during a re-score ÷ idle",
        result -> Ratios.busyP99(result) / Ratios.idleP99(result),
        RATIO);
    each("state on disk ÷ Avro of the proposals", Ratios::stateRatio, RATIO);
    each("CPU seconds of the process, start to end", Result::cpuSeconds, RATIO);
    each("peak memory of the process, MiB", Ratios::peakMiB, WHOLE);
    each(
        "re-score after an orderly stop, rows/s",
        result -> Ratios.laterRescoreRate(result, Restarts::afterStop),
        WHOLE);
    each(
        "start to ready after SIGKILL, s",
        result -> Ratios.startSeconds(result, Restarts::afterKill),
        RATIO);
    each(
        "re-score after a start with the state wiped, rows/s",
        result -> Ratios.laterRescoreRate(result, Restarts::afterWipe),
        WHOLE);
    each("peak memory of a start on what a run left, MiB", Ratios::restartPeakMiB, WHOLE);
  }

  private void runs() {
    line("\n## Every run\n");
    row(
        "run",
        "contender",
        "load rows/s | re-score rows/s | p99 idle ms | p99 busy ms (samples; each)");
    row("---", "---", "---|---|---|---");
    for (Result result : report.results()) {
      row(Integer.toString(result.run()), result.contender().title(), runFigures(result));
    }
  }

  private void grown() {
    Result grown = report.grown();
    if (grown == null || grown.load() == null) {
      return;
    }
    line("\n## Ours with " + grown.load().wanted() + " proposals, once\n");
    row("", "load", "re-score");
    row("---", "---", "---");
    row("rows/s", whole(Ratios.loadRate(grown)), whole(Ratios.rescoreRate(grown)));
    row(
        "CPU µs a row, ours",
        ratio(Ratios.loadCpuMicros(grown)),
        ratio(Ratios.rescoreCpuMicros(grown)));
    line("\nPeak memory: " + whole(Ratios.peakMiB(grown)) + " MiB.");
  }

  private void commandLine() {
    if (report.commandLine().isEmpty()) {
      return;
    }
    line("\n## Command line\n");
    row("run", "", "rows", "rows/s", "CPU s", "peak memory, MiB");
    row("---", "---", "---", "---", "---", "---");
    for (CommandLineRun run : report.commandLine()) {
      pace(run.run(), "evaluate", run.evaluate());
      pace(run.run(), "decoding and encoding alone", run.codec());
    }
  }

  private void pace(int run, String program, CommandLineRun.Pace pace) {
    row(
        Integer.toString(run),
        program,
        Long.toString(pace.rows()),
        whole(pace.rowsPerSecond()),
        ratio(pace.cpuSeconds()),
        whole(pace.peakResidentKiB() / 1024.0));
  }

  private void pure() {
    if (report.pure().isEmpty()) {
      return;
    }
    line("\n## Pure parts (JMH): median (least..greatest) of the iterations\n");
    row("benchmark", "ns/op", "B/op");
    row("---", "---", "---");
    for (PureFigure figure : report.pure()) {
      row(figure.name(), figure.nanos().text(TENTHS), figure.bytes().text(WHOLE));
    }
  }

  private static String ratio(double figure) {
    return String.format(Locale.ROOT, RATIO, figure);
  }

  private static String whole(double figure) {
    return String.format(Locale.ROOT, WHOLE, figure);
  }

  private static String runFigures(Result result) {
    List<String> rescores =
        result.rescores().stream().map(rows -> whole(rows.rowsPerSecond())).toList();
    Latencies idle = result.idle();
    Latencies busy = result.busy();
    return String.join(
        " | ",
        result.load() == null ? "-" : whole(result.load().rowsPerSecond()),
        rescores.isEmpty() ? "-" : String.join(", ", rescores),
        idle == null ? "-" : ratio(idle.p99()) + " (" + idle.samples() + ")",
        busy == null
            ? "-"
            : ratio(busy.p99()) + " (" + busy.samples() + "; " + p99OfEach(result) + ")");
  }

  private static String p99OfEach(Result result) {
    return result.busyEach().stream()
        .map(rescore -> whole(rescore.p99()))
        .collect(Collectors.joining(", "));
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

  private void each(String name, ToDoubleFunction<Result> figure, String format) {
    for (Contender contender : Contender.values()) {
      Spread spread = ratios.figure(contender, figure);
      if (spread.count() > 0) {
        row(name, contender.title(), spread.text(format));
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
