package dev.tuneornot.streams.rollup;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ContentCodec;
import dev.tuneornot.streams.reference.StoredBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over proposals of one portfolio. Mutable; what was added can be taken away again. */
// Arrays by ordinal are on the heap only; what is stored has the names.
@SuppressWarnings("EnumOrdinal")
final class PortfolioSums {
  private static final List<Decision> DECISIONS = List.of(Decision.values());
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private long proposals;
  private final long[] byDecision = new long[DECISIONS.size()];
  private final long[] byVerdict = new long[VERDICTS.size()];
  private BigInteger monthlySavings = BigInteger.ZERO;
  private BigInteger upfrontCost = BigInteger.ZERO;
  private BigInteger netBenefit = BigInteger.ZERO;
  private BigInteger decisionMonthlyCost = BigInteger.ZERO;
  private BigInteger switchSavings = BigInteger.ZERO;

  boolean isEmpty() {
    return proposals == 0;
  }

  void add(Contribution contribution) {
    count(contribution, 1);
    monthlySavings = monthlySavings.add(MicroDollars.of(contribution.monthlySavings()));
    upfrontCost = upfrontCost.add(MicroDollars.of(contribution.upfrontCost()));
    netBenefit = netBenefit.add(MicroDollars.of(contribution.netBenefit()));
    decisionMonthlyCost =
        decisionMonthlyCost.add(MicroDollars.of(contribution.decisionMonthlyCost()));
    switchSavings = switchSavings.add(MicroDollars.of(contribution.switchSavings()));
  }

  void subtract(Contribution contribution) {
    count(contribution, -1);
    monthlySavings = monthlySavings.subtract(MicroDollars.of(contribution.monthlySavings()));
    upfrontCost = upfrontCost.subtract(MicroDollars.of(contribution.upfrontCost()));
    netBenefit = netBenefit.subtract(MicroDollars.of(contribution.netBenefit()));
    decisionMonthlyCost =
        decisionMonthlyCost.subtract(MicroDollars.of(contribution.decisionMonthlyCost()));
    switchSavings = switchSavings.subtract(MicroDollars.of(contribution.switchSavings()));
  }

  private void count(Contribution contribution, int times) {
    proposals += times;
    byDecision[DECISIONS.indexOf(contribution.decision())] += times;
    byVerdict[VERDICTS.indexOf(contribution.verdict())] += times;
  }

  void add(PortfolioSums other) {
    proposals += other.proposals;
    for (int i = 0; i < byDecision.length; i++) {
      byDecision[i] += other.byDecision[i];
    }
    for (int i = 0; i < byVerdict.length; i++) {
      byVerdict[i] += other.byVerdict[i];
    }
    monthlySavings = monthlySavings.add(other.monthlySavings);
    upfrontCost = upfrontCost.add(other.upfrontCost);
    netBenefit = netBenefit.add(other.netBenefit);
    decisionMonthlyCost = decisionMonthlyCost.add(other.decisionMonthlyCost);
    switchSavings = switchSavings.add(other.switchSavings);
  }

  PortfolioSummary toSummary(String portfolio) {
    return PortfolioSummary.newBuilder()
        .setPortfolio(portfolio)
        .setProposals(proposals)
        .setByDecision(counts(DECISIONS, byDecision))
        .setByVerdict(counts(VERDICTS, byVerdict))
        .setMonthlySavings(MicroDollars.toDollars(monthlySavings))
        .setMonthlySavingsUsd(MicroDollars.toDollars(monthlySavings).doubleValue())
        .setUpfrontCost(MicroDollars.toDollars(upfrontCost))
        .setUpfrontCostUsd(MicroDollars.toDollars(upfrontCost).doubleValue())
        .setNetBenefit(MicroDollars.toDollars(netBenefit))
        .setNetBenefitUsd(MicroDollars.toDollars(netBenefit).doubleValue())
        .setDecisionMonthlyCost(MicroDollars.toDollars(decisionMonthlyCost))
        .setDecisionMonthlyCostUsd(MicroDollars.toDollars(decisionMonthlyCost).doubleValue())
        .setSwitchSavings(MicroDollars.toDollars(switchSavings))
        .setSwitchSavingsUsd(MicroDollars.toDollars(switchSavings).doubleValue())
        .build();
  }

  private static <E extends Enum<E>> Map<String, Long> counts(List<E> symbols, long[] counts) {
    Map<String, Long> named = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        named.put(symbols.get(i).name(), counts[i]);
      }
    }
    return named;
  }

  /** Written as what it becomes, whose counts are by name. */
  byte[] toBytes(String portfolio) {
    return ContentCodec.SUMMARY.encode(toSummary(portfolio));
  }

  static PortfolioSums fromBytes(byte[] bytes) {
    return StoredBytes.read("Sums of a portfolio", bytes, PortfolioSums::read);
  }

  private static PortfolioSums read(ByteBuffer buffer) {
    PortfolioSummary summary = ContentCodec.SUMMARY.decode(StoredBytes.rest(buffer));
    PortfolioSums sums = new PortfolioSums();
    sums.proposals = summary.getProposals();
    summary
        .getByDecision()
        .forEach((name, count) -> sums.byDecision[Decision.valueOf(name).ordinal()] = count);
    summary
        .getByVerdict()
        .forEach((name, count) -> sums.byVerdict[Verdict.valueOf(name).ordinal()] = count);
    sums.monthlySavings = summary.getMonthlySavings().unscaledValue();
    sums.upfrontCost = summary.getUpfrontCost().unscaledValue();
    sums.netBenefit = summary.getNetBenefit().unscaledValue();
    sums.decisionMonthlyCost = summary.getDecisionMonthlyCost().unscaledValue();
    sums.switchSavings = summary.getSwitchSavings().unscaledValue();
    return sums;
  }
}
