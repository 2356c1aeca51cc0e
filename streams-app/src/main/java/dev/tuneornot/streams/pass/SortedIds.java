package dev.tuneornot.streams.pass;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set of ids in little memory: an array, and beside it what was added and removed since it
 * was made. It is made anew when that has grown to a sixteenth of it, so a change costs 16 moved
 * references on average. Ids in ascending order are appended. Not thread-safe.
 *
 * <p>Other ids that are added wait, as they came, until somebody asks, or until they are as many as
 * the array is long: nobody asks while a portfolio is loaded, and to sort them all at once takes
 * fewer comparisons that miss the caches than to search a place for one after the other.
 *
 * <p>A reference an id, against the 40 bytes of an entry of a {@link TreeSet}: of these sets a
 * portfolio has as many entries as its proposals have models (docs/decisions/0009).
 */
public final class SortedIds {
  private static final int LEAST_TO_MERGE = 64;
  private static final int SHARE_TO_MERGE = 16;
  private static final int LEAST_TO_WAIT = 1024;
  private static final Bytes[] NONE = {};

  private Bytes[] sorted = NONE;
  private int from;
  private int to;
  private final TreeSet<Bytes> added = new TreeSet<>();
  private final Set<Bytes> removed = new HashSet<>(0);
  private Bytes[] waiting = NONE;
  private int waitingCount;

  /** Does nothing where it is there already. */
  public void add(Bytes id) {
    if (waitingCount == 0 && isBehindAll(id)) {
      append(id);
      return;
    }
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, waitingCount + waitingCount / 2 + 4);
    }
    waiting[waitingCount++] = id;
    if (waitingCount >= LEAST_TO_WAIT && waitingCount >= to - from) {
      settle();
    }
  }

  private boolean isBehindAll(Bytes id) {
    return from == to || sorted[to - 1].compareTo(id) < 0;
  }

  /** Puts the ids that wait where they belong. */
  private void settle() {
    if (waitingCount == 0) {
      return;
    }
    Bytes[] batch = waiting;
    int count = waitingCount;
    waiting = NONE;
    waitingCount = 0;
    Arrays.sort(batch, 0, count);
    if (isWorthMerging(added.size() + removed.size() + count)) {
      merge(batch, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      Bytes id = batch[i];
      if (!removed.remove(id) && positionOf(id) < 0) {
        added.add(id);
      }
    }
  }

  /** Does nothing where it is not there. */
  public void remove(Bytes id) {
    settle();
    if (!added.remove(id) && positionOf(id) >= 0 && removed.add(id)) {
      mergeWhenDue();
    }
  }

  /** Takes the lowest id out; null where there is none. */
  public @Nullable Bytes pollFirst() {
    settle();
    while (from < to && removed.remove(sorted[from])) {
      sorted[from++] = null;
    }
    boolean isAdded = !added.isEmpty() && (from == to || added.first().compareTo(sorted[from]) < 0);
    if (isAdded) {
      return added.pollFirst();
    }
    if (from == to) {
      return null;
    }
    Bytes first = sorted[from];
    sorted[from++] = null;
    return first;
  }

  public int size() {
    settle();
    return to - from - removed.size() + added.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * The ids behind {@code after} in order. Not to be used any more after a change.
   *
   * @param after null: all of them
   */
  public Iterator<Bytes> walk(@Nullable Bytes after) {
    settle();
    Iterator<Bytes> fresh = (after == null ? added : added.tailSet(after, false)).iterator();
    return new Walk(after == null ? from : firstBehind(after), fresh);
  }

  private void append(Bytes id) {
    added.remove(id);
    if (to == sorted.length) {
      sorted = Arrays.copyOf(sorted, to + to / 8 + 4);
    }
    sorted[to++] = id;
  }

  private int positionOf(Bytes id) {
    return Arrays.binarySearch(sorted, from, to, id);
  }

  private int firstBehind(Bytes after) {
    int position = positionOf(after);
    return position >= 0 ? position + 1 : -(position + 1);
  }

  private void mergeWhenDue() {
    if (isWorthMerging(added.size() + removed.size())) {
      merge(NONE, 0);
    }
  }

  private boolean isWorthMerging(int changes) {
    return changes > LEAST_TO_MERGE && changes > (to - from) / SHARE_TO_MERGE;
  }

  /**
   * Makes the array anew.
   *
   * @param batch {@code count} ids in order that may be there already, and more than once
   */
  private void merge(Bytes[] batch, int count) {
    Bytes[] merged = new Bytes[size() + count];
    int length = 0;
    int taken = 0;
    for (Iterator<Bytes> walk = walk(null); walk.hasNext(); ) {
      Bytes id = walk.next();
      while (taken < count && batch[taken].compareTo(id) < 0) {
        length = appendOnce(merged, length, batch[taken++]);
      }
      length = appendOnce(merged, length, id);
    }
    while (taken < count) {
      length = appendOnce(merged, length, batch[taken++]);
    }
    sorted = merged;
    from = 0;
    to = length;
    added.clear();
    removed.clear();
  }

  private static int appendOnce(Bytes[] ids, int length, Bytes id) {
    if (length > 0 && ids[length - 1].equals(id)) {
      return length;
    }
    ids[length] = id;
    return length + 1;
  }

  private final class Walk implements Iterator<Bytes> {
    private final Iterator<Bytes> addedIds;
    private int position;
    private @Nullable Bytes nextAdded;

    private Walk(int position, Iterator<Bytes> addedIds) {
      this.addedIds = addedIds;
      this.position = position;
      this.nextAdded = addedIds.hasNext() ? addedIds.next() : null;
      skipRemoved();
    }

    @Override
    public boolean hasNext() {
      return position < to || nextAdded != null;
    }

    @Override
    public Bytes next() {
      Bytes fresh = nextAdded;
      if (fresh != null && (position == to || fresh.compareTo(sorted[position]) < 0)) {
        nextAdded = addedIds.hasNext() ? addedIds.next() : null;
        return fresh;
      }
      if (position == to) {
        throw new NoSuchElementException();
      }
      Bytes id = sorted[position++];
      skipRemoved();
      return id;
    }

    private void skipRemoved() {
      while (!removed.isEmpty() && position < to && removed.contains(sorted[position])) {
        position++;
      }
    }
  }
}
