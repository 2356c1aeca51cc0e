package dev.tuneornot.benchmarks.pure;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a proposal with three candidates to its recommendation, and to the digest of that. */
@State(Scope.Thread)
public class EvaluationBenchmark {
  static {
    // JMH's JVMs have a main of their own, and the fields need it already.
    TrustedClasses.install();
  }

  private Proposal[] proposals = {};
  private Proposal[] full = {};
  private Recommendation[] recommendations = {};
  private PriceBook prices = model -> null;
  private PriceBook fullPrices = model -> null;
  private Policy policy = new Policy();
  private int next;

  @Setup
  public void makeUp() {
    Cases cases = new Cases(Cases.Kind.PLAIN);
    proposals = cases.proposals().toArray(Proposal[]::new);
    recommendations = cases.recommendations().toArray(Recommendation[]::new);
    prices = cases.prices();
    policy = cases.policy();
    Cases fullCases = new Cases(Cases.Kind.FULL);
    full = fullCases.proposals().toArray(Proposal[]::new);
    fullPrices = fullCases.prices();
  }

  @Benchmark
  public Recommendation evaluate() {
    return Evaluator.evaluate(proposals[next()], null, prices, policy, Cases.AS_OF);
  }

  /** With three alternatives, retrieval and a range of the volume besides. */
  @Benchmark
  public Recommendation evaluateAllFields() {
    return Evaluator.evaluate(full[next()], null, fullPrices, policy, Cases.AS_OF);
  }

  @Benchmark
  public byte[] digest() {
    return OutcomeDigest.of(recommendations[next()]);
  }

  private int next() {
    next = (next + 1) % Cases.COUNT;
    return next;
  }
}
