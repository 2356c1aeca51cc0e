package dev.tuneornot.streams.impact;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import dev.tuneornot.streams.rollup.MicroDollars;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of what a change did. Mutable. */
final class Tally {
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private long rescored;
  private final long[] transitions = new long[VERDICTS.size() * VERDICTS.size()];
  private BigInteger savingsChange = BigInteger.ZERO;

  long rescored() {
    return rescored;
  }

  void rescored(long rows) {
    rescored += rows;
  }

  /**
   * @param before the verdict before; null where there was none, which is no transition
   * @param savingsBefore USD a month that counted before, 0 unless GO
   */
  void changed(@Nullable Verdict before, Verdict after, double savingsBefore, double savingsAfter) {
    if (before != null && before != after) {
      transitions[VERDICTS.indexOf(before) * VERDICTS.size() + VERDICTS.indexOf(after)]++;
    }
    savingsChange =
        savingsChange.add(MicroDollars.of(savingsAfter).subtract(MicroDollars.of(savingsBefore)));
  }

  void add(Tally other) {
    rescored += other.rescored;
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] += other.transitions[i];
    }
    savingsChange = savingsChange.add(other.savingsChange);
  }

  List<VerdictTransition> transitions() {
    List<VerdictTransition> named = new ArrayList<>();
    for (int i = 0; i < transitions.length; i++) {
      if (transitions[i] != 0) {
        Verdict from = VERDICTS.get(i / VERDICTS.size());
        Verdict to = VERDICTS.get(i % VERDICTS.size());
        named.add(new VerdictTransition(from, to, transitions[i]));
      }
    }
    return named;
  }

  BigInteger savingsChange() {
    return savingsChange;
  }

  int bytes() {
    return (2 + transitions.length) * Long.BYTES + savingsChange.toByteArray().length;
  }

  void put(ByteBuffer buffer) {
    byte[] amount = savingsChange.toByteArray();
    buffer.putLong(rescored);
    for (long count : transitions) {
      buffer.putLong(count);
    }
    buffer.putLong(amount.length).put(amount);
  }

  static Tally get(ByteBuffer buffer) {
    Tally tally = new Tally();
    tally.rescored = buffer.getLong();
    for (int i = 0; i < tally.transitions.length; i++) {
      tally.transitions[i] = buffer.getLong();
    }
    long length = buffer.getLong();
    if (length < 1 || length > buffer.remaining()) {
      throw new IllegalStateException("Amount of " + length + " bytes in an impact report");
    }
    byte[] amount = new byte[(int) length];
    buffer.get(amount);
    tally.savingsChange = new BigInteger(amount);
    return tally;
  }
}
