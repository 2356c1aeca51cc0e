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
    String portfolio) {
  static final long FOREVER = Long.MAX_VALUE;

  private static final int DIGEST_BYTES = 16;
  private static final int ENUMS_BYTES = 3;
  private static final int AMOUNTS_BYTES = 3 * Double.BYTES;

  /** Bytes that {@link #writeTo} writes at the most. */
  static final int MOST_BYTES = 1 + DIGEST_BYTES + ENUMS_BYTES + 2 * Long.BYTES + AMOUNTS_BYTES;

  private static final Decision[] DECISIONS = Decision.values();
  private static final Verdict[] VERDICTS = Verdict.values();
  private static final byte NONE = -1;
  private static final byte FORMAT_OF_SINGLES = 1;

  // Flags of what follows.
  private static final byte ENDS = 1;
  private static final byte HAS_AMOUNTS = 2;

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
        portfolio);
  }

  /** Writes all but the portfolio, which the proposal tells. */
  void writeTo(ByteBuffer buffer) {
    boolean ends = validUntil != FOREVER;
    boolean hasAmounts =
        isNotZero(monthlySavings) || isNotZero(upfrontCost) || isNotZero(netBenefit);
    buffer
        .put((byte) ((ends ? ENDS : 0) | (hasAmounts ? HAS_AMOUNTS : 0)))
        .put(digest)
        .put((byte) decision.ordinal())
        .put((byte) verdict.ordinal())
        .put(previousVerdict == null ? NONE : (byte) previousVerdict.ordinal());
    buffer.putLong(verdictSince);
    if (ends) {
      buffer.putLong(validUntil);
    }
    if (hasAmounts) {
      buffer.putDouble(monthlySavings).putDouble(upfrontCost).putDouble(netBenefit);
    }
  }

  private static boolean isNotZero(double amount) {
    return Double.doubleToRawLongBits(amount) != 0;
  }

  /** Reads what {@link #writeTo} wrote. */
  static Outcome readFrom(ByteBuffer buffer, String portfolio) {
    byte flags = buffer.get();
    byte[] digest = new byte[DIGEST_BYTES];
    buffer.get(digest);
    Decision decision = DECISIONS[buffer.get()];
    Verdict verdict = VERDICTS[buffer.get()];
    Verdict previous = verdictOrNone(buffer.get());
    long verdictSince = buffer.getLong();
    long validUntil = (flags & ENDS) == 0 ? FOREVER : buffer.getLong();
    boolean hasAmounts = (flags & HAS_AMOUNTS) != 0;
    return new Outcome(
        digest,
        decision,
        verdict,
        previous,
        verdictSince,
        validUntil,
        hasAmounts ? buffer.getDouble() : 0,
        hasAmounts ? buffer.getDouble() : 0,
        hasAmounts ? buffer.getDouble() : 0,
        portfolio);
  }

  /** Passes by what {@link #writeTo} wrote. */
  static void skip(ByteBuffer buffer) {
    byte flags = buffer.get();
    int length = DIGEST_BYTES + ENUMS_BYTES + Long.BYTES;
    if ((flags & ENDS) != 0) {
      length += Long.BYTES;
    }
    if ((flags & HAS_AMOUNTS) != 0) {
      length += AMOUNTS_BYTES;
    }
    buffer.position(buffer.position() + length);
  }

  /** An outcome as the first builds of 0.1.0 wrote it, by itself. */
  static Outcome ofSingle(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT_OF_SINGLES) {
      throw new IllegalStateException("Outcome of unknown format " + format);
    }
    byte[] digest = new byte[DIGEST_BYTES];
    buffer.get(digest);
    Decision decision = DECISIONS[buffer.get()];
    Verdict verdict = VERDICTS[buffer.get()];
    Verdict previous = verdictOrNone(buffer.get());
    long verdictSince = buffer.getLong();
    long validUntil = buffer.getLong();
    double monthlySavings = buffer.getDouble();
    double upfrontCost = buffer.getDouble();
    double netBenefit = buffer.getDouble();
    int rulesVersion = buffer.get();
    buffer.position(buffer.position() + rulesVersion);
    byte[] portfolio = new byte[buffer.remaining()];
    buffer.get(portfolio);
    return new Outcome(
        digest,
        decision,
        verdict,
        previous,
        verdictSince,
        validUntil,
        monthlySavings,
        upfrontCost,
        netBenefit,
        new String(portfolio, UTF_8));
  }

  private static @Nullable Verdict verdictOrNone(byte ordinal) {
    return ordinal == NONE ? null : VERDICTS[ordinal];
  }
}
