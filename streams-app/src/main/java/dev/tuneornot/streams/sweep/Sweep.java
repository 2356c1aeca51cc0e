package dev.tuneornot.streams.sweep;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.streams.pages.Page;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Works off pending changes by going round and round over the proposals that depend on them. The
 * cursor and what is pending are durable, so it goes on after a crash where the last committed
 * slice ended.
 *
 * <p>A change is done when the cursor has come round to where it stood when the change was noticed.
 * A newer change of the same key only resets that mark: whatever comes meanwhile, the cursor moves
 * on, so no change can starve another.
 */
public final class Sweep {
  private final SweepStore store;
  private final Pages pages;
  private final Predicate<String> hasOwnPolicy;
  private final Map<ReferenceKey, PendingChange> pending = new LinkedHashMap<>();
  private final List<PendingChange> completed = new ArrayList<>();
  private @Nullable Bytes cursor;
  private @Nullable Bytes nextMark;
  private long sequence;
  private final List<PendingChange> ofRules = new ArrayList<>();
  private boolean isOfEveryPolicy;

  // Where the slice that runs has got to; null between slices, when the pages may change.
  private @Nullable Iterator<Page> walk;
  private @Nullable Page page;
  private long rows;

  /** A proposal to be re-scored. */
  public record Visit(Page page, int row, Bytes id) {}

  /**
   * @param hasOwnPolicy which portfolios have a policy of their own at present
   */
  public Sweep(KeyValueStore<Bytes, byte[]> store, Pages pages, Predicate<String> hasOwnPolicy) {
    this.store = new SweepStore(store);
    this.pages = pages;
    this.hasOwnPolicy = hasOwnPolicy;
  }

  /** Reads what was pending when the task ended. */
  public void load() {
    cursor = store.cursor();
    for (PendingChange change : store.pending()) {
      pending.put(change.key(), change);
      sequence = Math.max(sequence, change.sequence());
    }
    pendingChanged();
  }

  public boolean isIdle() {
    return pending.isEmpty();
  }

  /** The pending changes as they are now. */
  public List<PendingChange> pending() {
    return List.copyOf(pending.values());
  }

  /** How many visits are left, at the most: a proposal may depend on several pending changes. */
  public long rowsLeft() {
    return pending.keySet().stream().mapToLong(this::dependants).sum();
  }

  /** How many proposals depend on {@code key}. */
  public long dependants(ReferenceKey key) {
    if (key.kind() == ChangeKind.RULES) {
      return pages.size();
    }
    return isOfEvery(key) ? pages.inPortfolios(hasOwnPolicy.negate()) : pages.dependants(key);
  }

  /**
   * Notes that {@code key} has changed.
   *
   * @param version which change of it this is
   * @param now milliseconds since the epoch
   * @param publishesAll see {@link PendingChange}
   */
  public PendingChange note(
      ReferenceKey key, ChangeVersion version, long now, boolean publishesAll) {
    PendingChange overtaken = pending.get(key);
    boolean publishes = publishesAll || (overtaken != null && overtaken.publishesAll());
    PendingChange change =
        new PendingChange(key, version, ++sequence, now, cursor, false, publishes);
    pending.put(key, change);
    store.save(change);
    pendingChanged();
    return change;
  }

  /** Takes out what is pending of other rules than the present ones. */
  public List<PendingChange> dropOtherRules(Predicate<ReferenceKey> isPresent) {
    List<PendingChange> others =
        ofRules.stream().filter(change -> !isPresent.test(change.key())).toList();
    others.forEach(this::remove);
    return others;
  }

  /** Whether a proposal that depends on {@code key} is to be visited. */
  public boolean concerns(ReferenceKey key) {
    if (key.kind() != ChangeKind.POLICY) {
      return pending.containsKey(key);
    }
    return !ofRules.isEmpty()
        || pending.containsKey(key)
        || (isOfEveryPolicy && !hasOwnPolicy.test(key.key()));
  }

  /** The pending changes that a proposal with {@code dependencies} is to be visited for. */
  public List<PendingChange> causes(List<ReferenceKey> dependencies) {
    List<PendingChange> causes = new ArrayList<>(2);
    for (ReferenceKey key : dependencies) {
      PendingChange change = pending.get(key);
      if (change != null) {
        causes.add(change);
      }
      if (isOfEveryPolicy && key.kind() == ChangeKind.POLICY && !hasOwnPolicy.test(key.key())) {
        causes.add(pending.get(ReferenceKey.EVERY_POLICY));
      }
    }
    causes.addAll(ofRules);
    return causes;
  }

  /**
   * Goes on to the next proposal that depends on anything pending; null where nothing is pending
   * any more. Changes that are done by then are in {@link #takeCompleted}.
   */
  public @Nullable Visit next() {
    while (!pending.isEmpty()) {
      findRows();
      if (rows == 0 || page == null) {
        goRound();
        walk = null;
        continue;
      }
      int row = Long.numberOfTrailingZeros(rows);
      Bytes id = page.id(row);
      if (completeAllDoneBefore(id)) {
        walk = null;
        continue;
      }
      rows &= rows - 1;
      cursor = id;
      return new Visit(page, row, id);
    }
    return null;
  }

  /** The rows of the page of the last visit that will be visited next; for reading ahead. */
  public long rowsAhead() {
    return rows;
  }

  private void findRows() {
    Iterator<Page> all = walk;
    if (all == null) {
      all = (cursor == null ? pages.all() : pages.from(cursor)).iterator();
      page = all.next();
      rows = page.dependants(this::concerns);
      if (cursor != null) {
        rows &= page.rowsBehind(cursor);
      }
      walk = all;
    }
    while (rows == 0 && all.hasNext()) {
      page = all.next();
      rows = page.dependants(this::concerns);
    }
  }

  /** Ends a slice: the pages may change until the next. */
  public void pause() {
    if (walk != null || !completed.isEmpty()) {
      store.saveCursor(cursor);
    }
    walk = null;
    page = null;
    rows = 0;
  }

  /** The changes that are done since the last call. */
  public List<PendingChange> takeCompleted() {
    List<PendingChange> taken = List.copyOf(completed);
    completed.clear();
    return taken;
  }

  private void goRound() {
    cursor = null;
    store.saveCursor(null);
    for (PendingChange change : pending()) {
      if (change.isDoneAtTheEnd()) {
        complete(change);
      } else {
        PendingChange wrapped = change.pastTheEnd();
        pending.put(change.key(), wrapped);
        store.save(wrapped);
      }
    }
    pendingChanged();
  }

  private boolean completeAllDoneBefore(Bytes next) {
    if (nextMark == null || next.compareTo(nextMark) <= 0) {
      return false;
    }
    boolean isAnyDone = false;
    for (PendingChange change : pending()) {
      if (change.isDoneBefore(next)) {
        complete(change);
        isAnyDone = true;
      }
    }
    pendingChanged();
    return isAnyDone;
  }

  private void complete(PendingChange change) {
    remove(change);
    completed.add(change);
  }

  private void remove(PendingChange change) {
    pending.remove(change.key());
    store.delete(change.key());
    pendingChanged();
  }

  /** Follows what is pending. */
  private void pendingChanged() {
    ofRules.clear();
    nextMark = null;
    isOfEveryPolicy = pending.containsKey(ReferenceKey.EVERY_POLICY);
    for (PendingChange change : pending.values()) {
      if (change.key().kind() == ChangeKind.RULES) {
        ofRules.add(change);
      }
      // The lowest mark that the cursor comes to this time round.
      Bytes mark = change.mark();
      if (change.isWrapped()
          && mark != null
          && (nextMark == null || mark.compareTo(nextMark) < 0)) {
        nextMark = mark;
      }
    }
  }

  private static boolean isOfEvery(ReferenceKey key) {
    return key.equals(ReferenceKey.EVERY_POLICY);
  }
}
