package dev.tuneornot.benchmarks.report;

import static dev.tuneornot.benchmarks.contender.Contender.FOREIGN_KEY_JOIN;
import static dev.tuneornot.benchmarks.contender.Contender.FOREIGN_KEY_JOINS;
import static dev.tuneornot.benchmarks.contender.Contender.LIMIT;
import static dev.tuneornot.benchmarks.contender.Contender.OURS;
import static dev.tuneornot.benchmarks.contender.Contender.OURS_AT_LEAST_ONCE;
import static dev.tuneornot.benchmarks.contender.Contender.PRODUCE_ONLY;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The table of measures, each beside its floor and its goal. */
public final class Measures {
  private static final String RATIO = "%.2f";
  private static final String WHOLE = "%.0f";
  private static final String TENTHS = "%.1f";

  private final Report report;
  private final Ratios ratios;
  private final List<Measure> measures = new ArrayList<>();

  private Measures(Report report) {
    this.report = report;
    this.ratios = new Ratios(report.results());
  }

  /** All of them, also those that were not measured. */
  public static List<Measure> of(Report report) {
    Measures measures = new Measures(report);
    measures.comparisons();
    measures.latency();
    measures.sizes();
    measures.starts();
    measures.growth();
    measures.parts();
    return List.copyOf(measures.measures);
  }

  private void comparisons() {
    add(
        "1",
        "load, rows/s, ours ÷ limit",
        Target.atLeast(0.35, 0.60),
        ratios.ratio(OURS, LIMIT, Ratios::loadRate));
    add(
        "2",
        "re-score, rows/s, ours ÷ produce only",
        Target.atLeast(0.40, 0.70),
        ratios.ratio(OURS, PRODUCE_ONLY, Ratios::rescoreRate));
    add(
        "3",
        "re-score, rows/s, ours ÷ foreign-key join",
        Target.atLeast(1.4, 2.5),
        ratios.ratio(OURS, FOREIGN_KEY_JOIN, Ratios::rescoreRate));
    add(
        "3",
        "the same, ÷ a foreign-key join for each price",
        Target.atLeast(1.4, 2.5),
        ratios.ratio(OURS, FOREIGN_KEY_JOINS, Ratios::rescoreRate));
    add(
        "4",
        "load, rows/s, ours ÷ foreign-key join",
        Target.atLeast(1.4, 2.5),
        ratios.ratio(OURS, FOREIGN_KEY_JOIN, Ratios::loadRate));
    add(
        "4",
        "the same, ÷ a foreign-key join for each price",
        Target.atLeast(1.4, 2.5),
        ratios.ratio(OURS, FOREIGN_KEY_JOINS, Ratios::loadRate));
  }

  private void latency() {
    ours(
        "5",
        "p99 of a new proposal during a re-score ÷ idle",
        Target.atMost(3, 1.5, RATIO),
        result -> Ratios.busyP99(result) / Ratios.idleP99(result));
  }

  private void sizes() {
    ours(
        "6",
        "bytes of all topics ÷ of `recommendations`, re-score",
        Target.atMost(1.3, 1.1, RATIO),
        Ratios::amplification);
    add(
        "7",
        "load, rows/s, exactly once ÷ at least once",
        Target.atLeast(0.80, 0.95),
        ratios.ratio(OURS, OURS_AT_LEAST_ONCE, Ratios::loadRate));
    ours(
        "8",
        "state on disk ÷ Avro of the proposals",
        Target.atMost(2, 1.2, RATIO),
        Ratios::stateRatio);
  }

  private void starts() {
    ours(
        "9",
        "start to ready after an orderly stop, s",
        Target.atMost(5, TENTHS),
        result -> Ratios.startSeconds(result, Restarts::afterStop));
    ours(
        "9",
        "start to ready with the state wiped, s",
        Target.atMost(15, TENTHS),
        result -> Ratios.startSeconds(result, Restarts::afterWipe));
  }

  private void growth() {
    grown("load", Ratios::loadRate);
    grown("re-score", Ratios::rescoreRate);
  }

  private void grown(String phase, ToDoubleFunction<Result> rate) {
    Result grown = report.grown();
    Spread base = ratios.figure(OURS, rate);
    boolean isMeasured = grown != null && base.count() > 0;
    add(
        "10",
        phase + ", rows/s, with several times the proposals ÷ with those above (once)",
        Target.atLeast(0.7, 0.9),
        isMeasured
            ? Spread.of(List.of(rate.applyAsDouble(grown) / base.median()))
            : Spread.of(List.of()));
  }

  private void parts() {
    add(
        "11",
        "pure evaluation, 3 candidates, µs",
        Target.atMost(3, 1, RATIO),
        pure(PureFigure.EVALUATION, PureFigure::nanos).scaled(1e-3));
    add(
        "11",
        "pure evaluation, 3 candidates, KiB allocated",
        Target.atMost(4, 2, RATIO),
        pure(PureFigure.EVALUATION, PureFigure::bytes).scaled(1.0 / 1024));
    Spread plain = pure(PureFigure.EVALUATION, PureFigure::nanos);
    Spread full = pure(PureFigure.ALL_FIELDS, PureFigure::nanos);
    add(
        "11",
        "pure evaluation, with 3 alternatives, retrieval and a range ÷ without",
        Target.atMost(3, RATIO),
        plain.count() == 0 || full.count() == 0
            ? Spread.of(List.of())
            : full.scaled(1 / plain.median()));
    add(
        "12",
        "command line, rows/s, `evaluate` ÷ decoding and encoding alone",
        Target.atLeast(0.6, 0.85),
        Spread.of(report.commandLine().stream().map(CommandLineRun::ratio).toList()));
    ours(
        "13",
        "peak resident memory of the app, MiB",
        Target.atMost(1536, 1000, WHOLE),
        Ratios::peakMiB);
  }

  private Spread pure(String name, Function<PureFigure, Spread> figure) {
    return report.pure().stream()
        .filter(part -> part.name().equals(name))
        .map(figure)
        .findFirst()
        .orElse(Spread.of(List.of()));
  }

  private void ours(String number, String name, Target target, ToDoubleFunction<Result> figure) {
    add(number, name, target, ratios.figure(OURS, figure));
  }

  private void add(String number, String name, Target target, Spread spread) {
    measures.add(new Measure(number, name, target, spread));
  }
}
