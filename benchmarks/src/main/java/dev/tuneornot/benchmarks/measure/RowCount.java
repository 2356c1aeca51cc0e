package dev.tuneornot.benchmarks.measure;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Counts the rows that one cause brings about. */
final class RowCount {
  private final long wanted;
  private final boolean decodes;
  private final BitSet proposals = new BitSet();
  private final Fingerprint fingerprint = new Fingerprint();
  private final long begun = System.nanoTime();
  private long rows;
  private long first;
  private long last;

  /** A consistent view: times are {@link System#nanoTime}, {@code last} that of the last wanted. */
  record State(
      long wanted, long rows, long distinct, long begun, long first, long last, long fingerprint) {
    boolean isComplete() {
      return rows >= wanted;
    }
  }

  RowCount(long wanted, boolean decodes) {
    this.wanted = wanted;
    this.decodes = decodes;
  }

  synchronized void add(int number, byte @Nullable [] value, long nanos) {
    rows++;
    if (rows == 1) {
      first = nanos;
    }
    if (rows <= wanted) {
      last = nanos;
    }
    proposals.set(number);
    if (decodes && value != null) {
      fingerprint.add(value);
    }
  }

  synchronized State state() {
    return new State(
        wanted, rows, proposals.cardinality(), begun, first, last, fingerprint.value());
  }
}
