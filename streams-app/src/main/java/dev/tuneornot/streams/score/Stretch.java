package dev.tuneornot.streams.score;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * All entries of a store from one key to before another, in one array, as they were when it was
 * read. What has changed since is not to be asked for here.
 */
final class Stretch {
  /** Worth reading again where more than one in so many has changed. */
  private static final int SHARE_TO_WEAR = 8;

  /** A stretch without entries also has objects around it, in bytes, about. */
  private static final int OVERHEAD_BYTES = 256;

  private final Bytes start;
  private final @Nullable Bytes end;
  private final byte[] bytes;

  /** Of each entry: where its value begins, and where it ends and the next key begins. */
  private final int[] bounds;

  private final Set<Bytes> changed = new HashSet<>(0);
  private int reached;

  /**
   * @param end null: all up to the end of the store
   */
  Stretch(Bytes start, @Nullable Bytes end, byte[] bytes, int[] bounds) {
    this.start = start;
    this.end = end;
    this.bytes = bytes;
    this.bounds = bounds;
  }

  Bytes start() {
    return start;
  }

  /** Null: there is nothing behind it. */
  @Nullable Bytes end() {
    return end;
  }

  boolean covers(Bytes key) {
    return (end == null || key.compareTo(end) < 0) && key.compareTo(start) >= 0;
  }

  /** Notes that {@code key} is not any more what it was, or is new. */
  void change(Bytes key) {
    changed.add(key);
  }

  boolean isChanged(Bytes key) {
    return !changed.isEmpty() && changed.contains(key);
  }

  boolean isWorn() {
    return changed.size() > bounds.length / 2 / SHARE_TO_WEAR;
  }

  /** Bytes of the heap, about. */
  int size() {
    return OVERHEAD_BYTES + bytes.length + Integer.BYTES * bounds.length;
  }

  /**
   * The entry of {@code key}; negative where there is none. Fastest where keys are asked for in
   * order.
   */
  int find(Bytes key) {
    int entries = bounds.length / 2;
    int entry = reached;
    for (int steps = 0; steps < 8 && entry < entries; steps++, entry++) {
      int order = compare(entry, key.get());
      if (order >= 0) {
        reached = entry;
        // Behind the first step, all before are known to be lower.
        return order == 0 ? entry : steps > 0 ? -1 : search(key.get(), 0, entry);
      }
    }
    return search(key.get(), entry, entries);
  }

  private int search(byte[] key, int from, int to) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, key);
      if (order == 0) {
        reached = middle;
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private int compare(int entry, byte[] key) {
    int from = entry == 0 ? 0 : bounds[2 * entry - 1];
    return Arrays.compareUnsigned(bytes, from, bounds[2 * entry], key, 0, key.length);
  }

  /** The value of an entry. */
  StoredProposal value(int entry) {
    return StoredProposal.fromBytes(bytes, bounds[2 * entry], bounds[2 * entry + 1]);
  }
}
