package dev.tuneornot.benchmarks.index;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * Ids in a sorted array, and the newest in a small tree beside it, which is merged into the array
 * when it has grown to a sixteenth of it. An id behind all others is appended.
 */
final class SortedRun {
  private static final int LEAST_TO_MERGE = 64;
  private static final int SHARE_TO_MERGE = 16;

  private Bytes[] sorted = new Bytes[8];
  private int size;
  private final TreeSet<Bytes> recent = new TreeSet<>();

  void add(Bytes id) {
    if (recent.isEmpty() && (size == 0 || sorted[size - 1].compareTo(id) < 0)) {
      reserve(size + 1);
      sorted[size++] = id;
      return;
    }
    recent.add(id);
    if (recent.size() > Math.max(LEAST_TO_MERGE, size / SHARE_TO_MERGE)) {
      merge();
    }
  }

  /** From the back, so that it needs no second array. */
  private void merge() {
    int from = size - 1;
    size += recent.size();
    reserve(size);
    int to = size - 1;
    for (Bytes id : recent.descendingSet()) {
      while (from >= 0 && sorted[from].compareTo(id) > 0) {
        sorted[to--] = sorted[from--];
      }
      sorted[to--] = id;
    }
    recent.clear();
  }

  private void reserve(int wanted) {
    if (wanted > sorted.length) {
      sorted = Arrays.copyOf(sorted, Math.max(wanted, sorted.length + sorted.length / 4 + 8));
    }
  }

  /** All ids in order; not to be used any more after a change. */
  Iterator<Bytes> walk() {
    Iterator<Bytes> newest = recent.iterator();
    return new Iterator<>() {
      private int next;
      private Bytes fresh = newest.hasNext() ? newest.next() : null;

      @Override
      public boolean hasNext() {
        return next < size || fresh != null;
      }

      @Override
      public Bytes next() {
        if (fresh != null && (next == size || fresh.compareTo(sorted[next]) < 0)) {
          Bytes id = fresh;
          fresh = newest.hasNext() ? newest.next() : null;
          return id;
        }
        if (next == size) {
          throw new NoSuchElementException();
        }
        return sorted[next++];
      }
    };
  }
}
