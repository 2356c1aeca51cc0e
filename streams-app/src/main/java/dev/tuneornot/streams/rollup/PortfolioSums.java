package dev.tuneornot.streams.rollup;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Verdict;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over proposals of one portfolio. Mutable; what was added can be taken away again. */
final class PortfolioSums {
  private static final byte FORMAT = 1;
  private static final List<Decision> DECISIONS = List.of(Decision.values());
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private long proposals;
  private final long[] byDecision = new long[DECISIONS.size()];
  private final long[] byVerdict = new long[VERDICTS.size()];
  private BigInteger monthlySavings = BigInteger.ZERO;
  private BigInteger upfrontCost = BigInteger.ZERO;
  private BigInteger netBenefit = BigInteger.ZERO;

  boolean isEmpty() {
    return proposals == 0;
  }

  void add(Contribution contribution) {
    count(contribution, 1);
    monthlySavings = monthlySavings.add(MicroDollars.of(contribution.monthlySavings()));
    upfrontCost = upfrontCost.add(MicroDollars.of(contribution.upfrontCost()));
    netBenefit = netBenefit.add(MicroDollars.of(contribution.netBenefit()));
  }

  void subtract(Contribution contribution) {
    count(contribution, -1);
    monthlySavings = monthlySavings.subtract(MicroDollars.of(contribution.monthlySavings()));
    upfrontCost = upfrontCost.subtract(MicroDollars.of(contribution.upfrontCost()));
    netBenefit = netBenefit.subtract(MicroDollars.of(contribution.netBenefit()));
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
  }

  PortfolioSummary toSummary(String portfolio) {
    return PortfolioSummary.newBuilder()
        .setPortfolio(portfolio)
        .setProposals(proposals)
        .setByDecision(counts(DECISIONS, byDecision))
        .setByVerdict(counts(VERDICTS, byVerdict))
        .setMonthlySavings(MicroDollars.toDollars(monthlySavings))
        .setUpfrontCost(MicroDollars.toDollars(upfrontCost))
        .setNetBenefit(MicroDollars.toDollars(netBenefit))
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

  byte[] toBytes() {
    byte[] savings = monthlySavings.toByteArray();
    byte[] upfront = upfrontCost.toByteArray();
    byte[] net = netBenefit.toByteArray();
    int longs = 1 + byDecision.length + byVerdict.length;
    ByteBuffer buffer =
        ByteBuffer.allocate(
            6 * Byte.BYTES + longs * Long.BYTES + savings.length + upfront.length + net.length);
    buffer.put(FORMAT).putLong(proposals);
    put(buffer, byDecision);
    put(buffer, byVerdict);
    buffer.put((byte) savings.length).put(savings);
    buffer.put((byte) upfront.length).put(upfront);
    buffer.put((byte) net.length).put(net);
    return buffer.array();
  }

  static PortfolioSums fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Portfolio sums of unknown format " + format);
    }
    PortfolioSums sums = new PortfolioSums();
    sums.proposals = buffer.getLong();
    get(buffer, sums.byDecision);
    get(buffer, sums.byVerdict);
    sums.monthlySavings = amount(buffer);
    sums.upfrontCost = amount(buffer);
    sums.netBenefit = amount(buffer);
    return sums;
  }

  /** Counted, so that symbols added at an enum's end later do not make old bytes unreadable. */
  private static void put(ByteBuffer buffer, long[] counts) {
    buffer.put((byte) counts.length);
    for (long count : counts) {
      buffer.putLong(count);
    }
  }

  private static void get(ByteBuffer buffer, long[] counts) {
    int written = buffer.get();
    for (int i = 0; i < written; i++) {
      counts[i] = buffer.getLong();
    }
  }

  private static BigInteger amount(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.get()];
    buffer.get(bytes);
    return new BigInteger(bytes);
  }
}
