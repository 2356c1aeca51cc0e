package dev.tuneornot.standalone.faults;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What a change of a price must lead to by the rules alone.
 *
 * @param dependants how many proposals depend on the model
 * @param changed those whose outcome is another
 * @param transitions between verdicts, in the order of the verdicts
 * @param savingsChange USD a month by which the sum over GO changes
 */
record Effects(
    long dependants,
    Set<String> changed,
    List<VerdictTransition> transitions,
    BigDecimal savingsChange) {

  private record Flip(Verdict from, Verdict to) {}

  static Effects of(
      String model, Collection<Proposal> proposals, PriceBook before, PriceBook after) {
    Instant now = Instant.now();
    long dependants = 0;
    Set<String> changed = new HashSet<>();
    Map<Flip, Long> flips = new HashMap<>();
    BigDecimal savings = Dollars.ZERO;
    for (Proposal proposal : proposals) {
      if (!Dependencies.models(proposal).contains(model)) {
        continue;
      }
      dependants++;
      Recommendation was = evaluate(proposal, before, now);
      Recommendation is = evaluate(proposal, after, now);
      if (Arrays.equals(OutcomeDigest.of(was), OutcomeDigest.of(is))) {
        continue;
      }
      changed.add(proposal.getProposalId());
      savings = savings.add(savingsOf(is)).subtract(savingsOf(was));
      if (was.getVerdict() != is.getVerdict()) {
        flips.merge(new Flip(was.getVerdict(), is.getVerdict()), 1L, Long::sum);
      }
    }
    return new Effects(dependants, changed, inOrder(flips), savings);
  }

  private static Recommendation evaluate(Proposal proposal, PriceBook prices, Instant at) {
    return Evaluator.evaluate(proposal, null, prices, Policies.builtin(), at);
  }

  private static BigDecimal savingsOf(Recommendation recommendation) {
    return recommendation.getVerdict() == Verdict.GO
        ? Dollars.of(recommendation.getMonthlySavings())
        : Dollars.ZERO;
  }

  private static List<VerdictTransition> inOrder(Map<Flip, Long> flips) {
    return flips.entrySet().stream()
        .map(
            flip ->
                new VerdictTransition(flip.getKey().from(), flip.getKey().to(), flip.getValue()))
        .sorted(SpecificRecordBase::compareTo)
        .toList();
  }
}
