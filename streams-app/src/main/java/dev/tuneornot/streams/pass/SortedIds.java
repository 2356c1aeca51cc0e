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
 * <p>A reference an id, against the 40 bytes of an entry of a {@link TreeSet}: of these sets a
 * portfolio has as many entries as its proposals have models (docs/decisions/0009).
 */
public final class SortedIds {
  private static final int LEAST_TO_MERGE = 64;
  private static final int SHARE_TO_MERGE = 16;
  private static final Bytes[] NONE = {};

  private Bytes[] sorted = NONE;
  private int from;
  private int to;
  private final TreeSet<Bytes> added = new TreeSet<>();
  private final Set<Bytes> removed = new HashSet<>(0);

  /** Does nothing where it is there already. */
  public void add(Bytes id) {
    if (removed.remove(id)) {
      return;
    }
    if (from == to || sorted[to - 1].compareTo(id) < 0) {
      append(id);
    } else if (positionOf(id) < 0 && added.add(id)) {
      mergeWhenDue();
    }
  }

  /** Does nothing where it is not there. */
  public void remove(Bytes id) {
    if (!added.remove(id) && positionOf(id) >= 0 && removed.add(id)) {
      mergeWhenDue();
    }
  }

  /** Takes the lowest id out; null where there is none. */
  public @Nullable Bytes pollFirst() {
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
    int changes = added.size() + removed.size();
    if (changes <= LEAST_TO_MERGE || changes <= (to - from) / SHARE_TO_MERGE) {
      return;
    }
    Bytes[] merged = new Bytes[size()];
    int next = 0;
    for (Iterator<Bytes> walk = walk(null); walk.hasNext(); ) {
      merged[next++] = walk.next();
    }
    sorted = merged;
    from = 0;
    to = next;
    added.clear();
    removed.clear();
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
