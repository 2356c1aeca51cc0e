package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.rollup.Contribution;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a proposal's last recommendation: enough to tell whether the next one says
 * anything new, to go on with the history of its verdict, and to take it out of its sums.
 *
 * @param digest of the outcome, 16 bytes (docs/rules.md section 9)
 * @param previousVerdict the verdict before the present one; null at first
 * @param verdictSince milliseconds since the epoch
 * @param validUntil milliseconds since the epoch; {@link #FOREVER} where there is none
 * @param monthlySavings USD a month as last emitted; 0 unless the verdict is GO, like the next two
 */
// Bytes as they are, and ordinals that are stable: the contract's enums only grow at their end.
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
record Outcome(
    byte[] digest,
    Decision decision,
    Verdict verdict,
    @Nullable Verdict previousVerdict,
    long verdictSince,
    long validUntil,
    double monthlySavings,
    double upfrontCost,
    double netBenefit,
    String portfolio,
    String rulesVersion) {
  static final long FOREVER = Long.MAX_VALUE;

  private static final Decision[] DECISIONS = Decision.values();
  private static final Verdict[] VERDICTS = Verdict.values();
  private static final byte FORMAT = 1;
  private static final int DIGEST = 16;
  private static final byte NONE = -1;
  private static final int FIXED = 5 * Byte.BYTES + DIGEST + 2 * Long.BYTES + 3 * Double.BYTES;

  boolean sameAs(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }

  Contribution contribution() {
    return new Contribution(portfolio, decision, verdict, monthlySavings, upfrontCost, netBenefit);
  }

  Outcome validUntil(long instant) {
    return new Outcome(
        digest,
        decision,
        verdict,
        previousVerdict,
        verdictSince,
        instant,
        monthlySavings,
        upfrontCost,
        netBenefit,
        portfolio,
        rulesVersion);
  }

  byte[] toBytes() {
    byte[] portfolioBytes = portfolio.getBytes(UTF_8);
    byte[] rules = rulesVersion.getBytes(UTF_8);
    return ByteBuffer.allocate(FIXED + rules.length + portfolioBytes.length)
        .put(FORMAT)
        .put(digest)
        .put((byte) decision.ordinal())
        .put((byte) verdict.ordinal())
        .put(previousVerdict == null ? NONE : (byte) previousVerdict.ordinal())
        .putLong(verdictSince)
        .putLong(validUntil)
        .putDouble(monthlySavings)
        .putDouble(upfrontCost)
        .putDouble(netBenefit)
        .put((byte) rules.length)
        .put(rules)
        .put(portfolioBytes)
        .array();
  }

  static Outcome fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Outcome of unknown format " + format);
    }
    byte[] digest = new byte[DIGEST];
    buffer.get(digest);
    Decision decision = DECISIONS[buffer.get()];
    Verdict verdict = VERDICTS[buffer.get()];
    byte previous = buffer.get();
    long verdictSince = buffer.getLong();
    long validUntil = buffer.getLong();
    double monthlySavings = buffer.getDouble();
    double upfrontCost = buffer.getDouble();
    double netBenefit = buffer.getDouble();
    byte[] rules = new byte[buffer.get()];
    buffer.get(rules);
    byte[] portfolio = new byte[buffer.remaining()];
    buffer.get(portfolio);
    return new Outcome(
        digest,
        decision,
        verdict,
        previous == NONE ? null : VERDICTS[previous],
        verdictSince,
        validUntil,
        monthlySavings,
        upfrontCost,
        netBenefit,
        new String(portfolio, UTF_8),
        new String(rules, UTF_8));
  }
}
