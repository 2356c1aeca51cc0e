package dev.tuneornot.benchmarks.report;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The measures that compare: each is taken within a run and then over the runs. */
final class Ratios {
  private final List<Result> results;

  Ratios(List<Result> results) {
    this.results = results;
  }

  /** A figure of a contender, one for each run that has it. */
  Spread figure(Contender contender, ToDoubleFunction<Result> figure) {
    return Spread.of(
        results.stream()
            .filter(result -> result.contender() == contender)
            .map(figure::applyAsDouble)
            .toList());
  }

  /** One contender's figure over another's, run by run. */
  Spread ratio(Contender above, Contender below, ToDoubleFunction<Result> figure) {
    List<Double> ratios = new ArrayList<>();
    for (Result one : results) {
      for (Result other : results) {
        if (one.run() == other.run() && one.contender() == above && other.contender() == below) {
          ratios.add(figure.applyAsDouble(one) / figure.applyAsDouble(other));
        }
      }
    }
    return Spread.of(ratios);
  }

  static double loadRate(Result result) {
    return result.load() == null ? Double.NaN : result.load().rowsPerSecond();
  }

  /** The median over the re-scores of a run. */
  static double rescoreRate(Result result) {
    return median(result, Rows::rowsPerSecond);
  }

  /** All bytes that a re-score writes for one byte of recommendations. */
  static double amplification(Result result) {
    return median(result, rows -> (double) rows.topicBytes() / rows.outputBytes());
  }

  static double bytesARow(Result result) {
    return median(result, rows -> (double) rows.topicBytes() / rows.rows());
  }

  static double rescoreCpuMicros(Result result) {
    return median(result, Ratios::contenderMicros);
  }

  static double rescoreBrokerCpuMicros(Result result) {
    return median(result, Ratios::brokerMicros);
  }

  static double loadCpuMicros(Result result) {
    return result.load() == null ? Double.NaN : contenderMicros(result.load());
  }

  static double loadBrokerCpuMicros(Result result) {
    return result.load() == null ? Double.NaN : brokerMicros(result.load());
  }

  private static double contenderMicros(Rows rows) {
    return rows.contenderCpuSeconds() * 1e6 / rows.wanted();
  }

  private static double brokerMicros(Rows rows) {
    return rows.brokerCpuSeconds() * 1e6 / rows.wanted();
  }

  /** Of a re-score after a start, rows a second. */
  static double laterRescoreRate(Result result, Function<Restarts, Restarts.Start> which) {
    Rows rescore = result.restarts() == null ? null : which.apply(result.restarts()).rescore();
    return rescore == null ? Double.NaN : rescore.rowsPerSecond();
  }

  static double startSeconds(Result result, Function<Restarts, Restarts.Start> which) {
    return result.restarts() == null ? Double.NaN : which.apply(result.restarts()).seconds();
  }

  /** The most of all starts that were timed. */
  static double restartPeakMiB(Result result) {
    Restarts restarts = result.restarts();
    return restarts == null
        ? Double.NaN
        : Stream.of(restarts.afterStop(), restarts.afterKill(), restarts.afterWipe())
                .mapToLong(Restarts.Start::peakResidentKiB)
                .max()
                .getAsLong()
            / 1024.0;
  }

  static double peakMiB(Result result) {
    return result.peakResidentKiB() == 0 ? Double.NaN : result.peakResidentKiB() / 1024.0;
  }

  static double idleP99(Result result) {
    return result.idle() == null ? Double.NaN : result.idle().p99();
  }

  static double busyP99(Result result) {
    return result.busy() == null ? Double.NaN : result.busy().p99();
  }

  static double stateRatio(Result result) {
    return result.stateBytes() == 0
        ? Double.NaN
        : (double) result.stateBytes() / result.avroBytes();
  }

  private static double median(Result result, ToDoubleFunction<Rows> figure) {
    return Spread.of(result.rescores().stream().map(figure::applyAsDouble).toList()).median();
  }
}
