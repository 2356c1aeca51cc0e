package dev.tuneornot.streams.pass;

import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Works off pending changes by a circular walk over the dependants. The cursor and what is pending
 * are durable, so a pass goes on after a crash where its last committed slice ended.
 *
 * <p>A change is done when the cursor has come round to where it stood when the change was noticed.
 * A newer change of the same key only resets that mark: whatever comes meanwhile, the cursor moves
 * on, so no change can starve another.
 */
public final class Pass {
  private final PassStore store;
  private final DependantIndex index;
  private final Predicate<String> hasOwnPolicy;
  private final PassObserver observer;
  private final Map<ReferenceKey, PendingChange> pending = new LinkedHashMap<>();
  private @Nullable List<PendingChange> pendingList;
  private @Nullable Bytes cursor;
  private @Nullable Bytes nextMark;
  private long sequence;

  /**
   * @param hasOwnPolicy which portfolios have a policy of their own at present
   */
  public Pass(
      KeyValueStore<Bytes, byte[]> store,
      DependantIndex index,
      Predicate<String> hasOwnPolicy,
      PassObserver observer) {
    this.store = new PassStore(store);
    this.index = index;
    this.hasOwnPolicy = hasOwnPolicy;
    this.observer = observer;
    this.cursor = this.store.cursor();
    for (PendingChange change : this.store.pending()) {
      pending.put(change.key(), change);
      observer.resumed(change);
      sequence = Math.max(sequence, change.sequence());
    }
    nextMark = firstMarkAhead();
  }

  public boolean isIdle() {
    return pending.isEmpty();
  }

  /** The pending changes as they are now; the same list until they change. */
  public List<PendingChange> pending() {
    List<PendingChange> present = pendingList;
    if (present == null) {
      present = List.copyOf(pending.values());
      pendingList = present;
    }
    return present;
  }

  /** The pending change of {@code key}; null where there is none. */
  public @Nullable PendingChange find(ReferenceKey key) {
    return pending.get(key);
  }

  /** How many visits are left, at the most: a proposal may depend on several pending changes. */
  public long rowsLeft() {
    return pending.keySet().stream().mapToLong(key -> index.count(key, hasOwnPolicy)).sum();
  }

  /**
   * Notes that {@code key} has changed.
   *
   * @param version which change of it this is
   * @param now milliseconds since the epoch
   */
  public void note(ReferenceKey key, ChangeVersion version, long now) {
    PendingChange change = new PendingChange(key, version, ++sequence, now, cursor, false);
    PendingChange overtaken = pending.put(key, change);
    pendingList = null;
    store.save(change);
    observer.noticed(change, overtaken);
  }

  /** Visits dependants as long as {@code slice} allows and anything is pending. */
  public void work(SliceBudget.Slice slice, Consumer<Bytes> visitor) {
    if (pending.isEmpty()) {
      return;
    }
    Iterator<Bytes> walk = walk();
    while (!pending.isEmpty() && slice.allowsAnotherRow()) {
      if (!walk.hasNext()) {
        goRound();
        walk = walk();
        continue;
      }
      Bytes next = walk.next();
      if (completeAllDoneBefore(next)) {
        walk = walk();
        continue;
      }
      visitor.accept(next);
      cursor = next;
    }
    store.saveCursor(cursor);
  }

  private Iterator<Bytes> walk() {
    return index.walk(cursor, pending.keySet(), hasOwnPolicy);
  }

  private void goRound() {
    cursor = null;
    for (PendingChange change : List.copyOf(pending.values())) {
      if (change.isDoneAtTheEnd()) {
        complete(change);
      } else {
        PendingChange wrapped = change.pastTheEnd();
        pending.put(change.key(), wrapped);
        pendingList = null;
        store.save(wrapped);
      }
    }
    nextMark = firstMarkAhead();
  }

  private boolean completeAllDoneBefore(Bytes next) {
    if (nextMark == null || next.compareTo(nextMark) <= 0) {
      return false;
    }
    List<PendingChange> done = new ArrayList<>();
    for (PendingChange change : pending.values()) {
      if (change.isDoneBefore(next)) {
        done.add(change);
      }
    }
    done.forEach(this::complete);
    nextMark = firstMarkAhead();
    return !done.isEmpty();
  }

  /** The lowest mark that the cursor comes to this time round. */
  private @Nullable Bytes firstMarkAhead() {
    Bytes first = null;
    for (PendingChange change : pending.values()) {
      Bytes mark = change.mark();
      if (change.wrapped() && mark != null && (first == null || mark.compareTo(first) < 0)) {
        first = mark;
      }
    }
    return first;
  }

  private void complete(PendingChange change) {
    pending.remove(change.key());
    pendingList = null;
    store.delete(change);
    observer.completed(change);
  }
}
