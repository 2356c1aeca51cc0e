package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.fail;

import dev.tuneornot.evaluation.RandomPortfolio.Case;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Goes through 120,000 proposals at random, 30,000 a seed, and what is recommended for them. */
final class RandomCases {
  static final int PROPOSALS_A_SEED = 30_000;

  private RandomCases() {}

  static Proposal withRequests(Proposal proposal, long requests) {
    Proposal changed = copyOf(proposal);
    changed.setWorkload(
        Workload.newBuilder(proposal.getWorkload())
            .setRequestsPerMonth(requests)
            .setRequestsPerMonthLow(null)
            .setRequestsPerMonthHigh(null)
            .build());
    return changed;
  }

  static Proposal copyOf(Proposal proposal) {
    Proposal copy = new Proposal();
    for (Schema.Field field : proposal.getSchema().getFields()) {
      Object value = proposal.get(field.pos());
      copy.put(field.pos(), value instanceof List<?> list ? new ArrayList<>(list) : value);
    }
    return copy;
  }

  /** The same without usage, which would replace the volume. */
  static Recommendation withRequests(Case given, long requests) {
    return Evaluator.evaluate(
        withRequests(given.proposal(), requests),
        null,
        given.prices()::get,
        given.policy(),
        given.at());
  }

  static Recommendation at(Instant instant, Case given) {
    return Evaluator.evaluate(
        given.proposal(), given.usage(), given.prices()::get, given.policy(), instant);
  }

  static Recommendation evaluate(Case given, Proposal proposal) {
    return Evaluator.evaluate(
        proposal, given.usage(), given.prices()::get, given.policy(), given.at());
  }

  static void forEach(long seed, BiConsumer<Case, Recommendation> invariant) {
    RandomPortfolio portfolio = new RandomPortfolio(seed);
    Case given = null;
    for (int i = 0; i < PROPOSALS_A_SEED; i++) {
      given = portfolio.next(given);
      invariant.accept(given, evaluate(given, given.proposal()));
    }
  }

  /** As {@link #check(boolean, String, Case)}, where it takes time to say what does not hold. */
  static void check(boolean holds, Supplier<String> what, Case given) {
    if (!holds) {
      check(false, what.get(), given);
    }
  }

  /** Plain, as it is asked some millions of times. */
  static void check(boolean holds, String what, Case given) {
    if (!holds) {
      fail("%s: %s%n%s", what, given, SpecificData.get().toString(at(given.at(), given)));
    }
  }
}
