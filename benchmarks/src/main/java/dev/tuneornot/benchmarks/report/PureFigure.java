package dev.tuneornot.benchmarks.report;

/**
 * What JMH measured of a part, over the iterations of all forks.
 *
 * @param name of the benchmark, class and method
 * @param nanos for one operation
 * @param bytes allocated for one operation
 */
public record PureFigure(String name, Spread nanos, Spread bytes) {
  /** The name of the benchmark that measure 11 is about. */
  public static final String EVALUATION = "EvaluationBenchmark.evaluate";

  /** The same of proposals that use all fields. */
  public static final String ALL_FIELDS = "EvaluationBenchmark.evaluateAllFields";
}
