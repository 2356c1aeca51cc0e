package dev.tuneornot.portfolio.usage;

import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.UsageTolerance;
import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.whatif.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What measured usage would do.
 *
 * @param proposals in the order in which they were measured
 * @param comparison of the same proposals before and after
 */
public record UsageEffect(List<OfProposal> proposals, Comparison comparison) {

  /**
   * What it would do to one proposal.
   *
   * @param stated by the proposal
   * @param effective what follows from what was measured
   * @param isRescored whether it differs enough from the usage in force to count
   */
  public record OfProposal(
      UsageMeasurement.Measured measured,
      Workload stated,
      EffectiveWorkload effective,
      boolean isRescored) {

    /** Measured by stated requests a month; NaN where both are 0, infinite where only one is. */
    public double factor() {
      return (double) effective.getRequestsPerMonth() / stated.getRequestsPerMonth();
    }
  }

  /**
   * Evaluates before and after.
   *
   * @param before prices, policies, and usage in force
   * @param flipsKept of more flips than these the smallest are only counted
   */
  public static UsageEffect of(
      UsageMeasurement measurement, ReferenceData before, Instant at, int flipsKept) {
    Map<String, Usage> all = new HashMap<>(before.usage());
    measurement.measured().forEach(each -> all.put(each.usage().getProposalId(), each.usage()));
    ReferenceData measured = new ReferenceData(before.prices(), before.policies(), all);

    Map<String, Usage> taken = new HashMap<>(before.usage());
    List<OfProposal> proposals = new ArrayList<>();
    for (UsageMeasurement.Measured each : measurement.measured()) {
      String proposalId = each.usage().getProposalId();
      boolean isRescored =
          UsageTolerance.isTakenIntoAccount(
              before.usage().get(proposalId),
              each.usage(),
              Policies.inForce(each.proposal().getPortfolio(), before.policies()::get));
      if (isRescored) {
        taken.put(proposalId, each.usage());
      }
      proposals.add(
          new OfProposal(
              each,
              each.proposal().getWorkload(),
              measured.evaluate(each.proposal(), at).getWorkload(),
              isRescored));
    }
    Comparison comparison =
        new Comparison(
            before, new ReferenceData(before.prices(), before.policies(), taken), at, flipsKept);
    measurement.measured().forEach(each -> comparison.add(each.proposal()));
    return new UsageEffect(List.copyOf(proposals), comparison);
  }

  /** Number of proposals that would be evaluated again. */
  public long rescored() {
    return proposals.stream().filter(OfProposal::isRescored).count();
  }
}
