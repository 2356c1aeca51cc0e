package dev.tuneornot.streams.pages;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All that a task knows of its proposals without reading them: in order, {@link Page} by page. It
 * tells the last outcome of a proposal, which proposals depend on a change, and which are due.
 *
 * <p>A proposal that is stored says its outcome itself, so its page is not written, only marked in
 * the store: from its lowest id to that of the next page there, the proposals know better than it.
 * Of a page that is written a sweep writes the outcomes that have changed since; a marked one it
 * writes whole, and what is left marked is written when there is nothing else to do. A start loads
 * a page at a time ({@link PageLoading}); what is not loaded yet is looked up in the stores. Not
 * thread-safe.
 */
public final class Pages {
  /** Two neighbours that have so few rows together become one. */
  private static final int FEW_ROWS = Page.MOST_ROWS / 2;

  /** What is known of a proposal that is stored. */
  public record Known(
      long version, @Nullable Outcome outcome, boolean isAnswered, @Nullable String portfolio) {}

  /** Tells what a stored proposal depends on. */
  @FunctionalInterface
  public interface DependencyReader {
    Collection<ReferenceKey> dependencies(Bytes id, StoredProposal stored);
  }

  /** A key as all pages share it, and the number of rows that depend on it. */
  private static final class Dependants {
    private final ReferenceKey key;
    private long rows;

    private Dependants(ReferenceKey key) {
      this.key = key;
    }
  }

  private final PageStore store;
  private final ProposalStore proposals;
  private final PageLoading loading;
  private final TreeMap<Bytes, Page> pages = new TreeMap<>();
  private final Map<ReferenceKey, Dependants> dependants = new HashMap<>();
  private final List<Page> changed = new ArrayList<>();
  private long size;
  private long nextDue = Outcome.FOREVER;

  /** Where the search for pages to write goes on. */
  private Bytes unwritten = PageStore.LOWEST;

  /** Whether pages may have been marked since that search began. */
  private boolean hasMarkedMore = true;

  public Pages(KeyValueStore<Bytes, byte[]> store, ProposalStore proposals) {
    this.store = new PageStore(store);
    this.proposals = proposals;
    this.loading = new PageLoading(this.store, proposals);
  }

  public boolean isLoaded() {
    return loading.next() == null;
  }

  /** Whether the page of {@code id} is here, so that what it says counts. */
  public boolean isLoaded(Bytes id) {
    return loading.isPast(id);
  }

  /**
   * Loads the next page, or some few where proposals have come between its rows since it was
   * written.
   *
   * @param isUnanswered which proposals still wait for their answer
   * @return what was loaded; there may be more until {@link #isLoaded()}
   */
  public List<Page> load(DependencyReader reader, Predicate<Bytes> isUnanswered) {
    PageLoading.Loaded loaded = loading.load(reader);
    for (Page page : loaded.pages()) {
      adopt(page, isUnanswered);
      if (loaded.areOutdated()) {
        change(page);
      }
    }
    return loaded.pages();
  }

  private void adopt(Page page, Predicate<Bytes> isUnanswered) {
    ReferenceKey[] keys = page.keys();
    for (int i = 0; i < keys.length; i++) {
      page.share(i, count(keys[i], Long.bitCount(page.dependants(i))));
    }
    for (int row = 0; row < page.size(); row++) {
      if (isUnanswered.test(page.id(row))) {
        page.put(row, page.version(row), page.outcome(row), false);
      }
    }
    pages.put(page.first(), page);
    size += page.size();
    nextDue = Math.min(nextDue, page.due());
  }

  private ReferenceKey count(ReferenceKey key, int rows) {
    Dependants found = dependants.computeIfAbsent(key, Dependants::new);
    found.rows += rows;
    return found.key;
  }

  /** What is known of a proposal; null where none is stored. */
  public @Nullable Known find(Bytes id) {
    if (!isLoaded(id)) {
      return loading.lookUp(id);
    }
    Page page = pageOf(id);
    int row = page.find(id);
    return row < 0
        ? null
        : new Known(
            page.version(row), page.outcome(row), page.isAnswered(row), page.portfolio(row));
  }

  /**
   * Stores a proposal in place of what was known of it.
   *
   * @param arrived its bytes
   * @param version another than that of the proposal before
   * @param outcome its answer; where it is not answered yet, that of the one before
   */
  public void put(
      Bytes id,
      byte[] arrived,
      Collection<ReferenceKey> dependencies,
      long version,
      @Nullable Outcome outcome,
      boolean isAnswered) {
    proposals.put(id, StoredProposal.toBytes(version, outcome, arrived));
    if (!isLoaded(id)) {
      store.mark(id);
      return;
    }
    Page page = pageOf(id);
    int row = page.find(id);
    if (row < 0) {
      page = page.isFull() ? split(page, id) : page;
      row = -(page.find(id) + 1);
      page.insert(row, id);
      proposals.forget(page);
      size++;
    } else {
      dependOnNothing(page, row);
      proposals.changed(page, row);
    }
    for (ReferenceKey key : dependencies) {
      page.depend(row, count(key, 1));
    }
    page.put(row, version, outcome, isAnswered);
    page.rowsAreWritten = false;
    nextDue = Math.min(nextDue, page.due());
    mark(page);
  }

  /** Keeps a later outcome of a proposal that stays as it is. Written by {@link #flush}. */
  public void putOutcome(Page page, int row, Outcome outcome) {
    page.put(row, page.version(row), outcome, true);
    page.outcomesSince |= 1L << row;
    nextDue = Math.min(nextDue, page.due());
    change(page);
  }

  /** Whether a proposal that is loaded depends on a key that {@code changed} holds for. */
  public boolean isConcerned(Bytes id, Predicate<ReferenceKey> changed) {
    Page page = pageOf(id);
    int row = page.find(id);
    return row >= 0 && page.dependencies(row).stream().anyMatch(changed);
  }

  /** Keeps the answer of a proposal that has waited for it and is loaded; likewise. */
  public void putAnswer(Bytes id, Outcome outcome) {
    Page page = pageOf(id);
    putOutcome(page, page.find(id), outcome);
  }

  /** Deletes a proposal; does nothing where there is none. */
  public void delete(Bytes id) {
    proposals.delete(id);
    if (!isLoaded(id)) {
      store.mark(id);
      return;
    }
    Page page = pageOf(id);
    int row = page.find(id);
    if (row < 0) {
      return;
    }
    dependOnNothing(page, row);
    page.remove(row);
    page.rowsAreWritten = false;
    proposals.forget(page);
    size--;
    mark(page);
    mergeIfSparse(page);
  }

  private void dependOnNothing(Page page, int row) {
    for (ReferenceKey key : page.dependencies(row)) {
      dependants.computeIfPresent(key, (unused, found) -> --found.rows == 0 ? null : found);
    }
    page.dependOnNothing(row);
  }

  private Page pageOf(Bytes id) {
    return pages.floorEntry(id).getValue();
  }

  private @Nullable Page next(Page page) {
    Map.Entry<Bytes, Page> next = pages.higherEntry(page.first());
    return next == null ? null : next.getValue();
  }

  /** Makes room for {@code id} in a full page or a new one behind it, whichever it belongs to. */
  private Page split(Page page, Bytes id) {
    // Ids that come in order fill one page after the other.
    boolean isLast = next(page) == null && page.rowsBehind(id) == 0;
    Page upper = isLast ? new Page(id) : page.split(Page.MOST_ROWS / 2);
    proposals.forget(page);
    pages.put(upper.first(), upper);
    if (page.hasRecord && isLast) {
      store.mark(upper);
    } else if (page.hasRecord) {
      page.rowsAreWritten = false;
      // What is written of the upper rows is written in the record of both.
      change(page);
      change(upper);
    }
    return id.compareTo(upper.first()) < 0 ? page : upper;
  }

  private void mergeIfSparse(Page page) {
    Map.Entry<Bytes, Page> before = pages.lowerEntry(page.first());
    if (before == null) {
      return;
    }
    Page lower = before.getValue();
    if (page.size() > 0 && lower.size() + page.size() > FEW_ROWS) {
      return;
    }
    for (int row = 0; row < page.size(); row++) {
      lower.append(page, row);
    }
    if (page.size() > 0) {
      lower.rowsAreWritten = false;
      proposals.forget(lower);
      if (lower.hasRecord || page.hasRecord) {
        change(lower);
      }
    }
    Page behind = next(page);
    if (page.isBoundary && behind != null && !behind.isBoundary) {
      store.mark(behind);
    } else if (page.isBoundary && behind == null && loading.next() != null) {
      store.markStart(loading.next());
    }
    pages.remove(page.first());
    changed.remove(page);
    store.delete(page);
    proposals.forget(page);
  }

  private void mark(Page page) {
    if (page.hasRecord && !page.isMarked && !page.isChanged) {
      store.mark(page);
    }
    hasMarkedMore = true;
  }

  private void change(Page page) {
    if (!page.isChanged) {
      page.isChanged = true;
      changed.add(page);
    }
  }

  /** Writes what has changed; to be called before the task can commit. */
  public void flush() {
    for (Page page : changed) {
      store.write(page);
    }
    for (Page page : changed) {
      Page behind = next(page);
      if (behind != null && !behind.isBoundary) {
        store.mark(behind);
      }
    }
    changed.clear();
  }

  /** Whether there may be pages that a start could not read as they are. */
  public boolean hasUnwritten() {
    return isLoaded() && (hasMarkedMore || !unwritten.equals(PageStore.LOWEST));
  }

  /** Writes some of the pages that are not written as they are now. */
  public void writeSome(int most) {
    if (unwritten.equals(PageStore.LOWEST)) {
      hasMarkedMore = false;
    }
    int written = 0;
    for (Page page : from(unwritten)) {
      if (written == most) {
        unwritten = page.first();
        flush();
        return;
      }
      if (page.size() > 0 && (!page.hasRecord || page.isMarked)) {
        change(page);
        written++;
      }
    }
    unwritten = PageStore.LOWEST;
    flush();
  }

  /** The page of {@code id} and those behind it, in order. */
  public Collection<Page> from(Bytes id) {
    return pages.tailMap(pages.floorKey(id), true).values();
  }

  /** All pages that are here, in order. */
  public Collection<Page> all() {
    return pages.values();
  }

  /** How many proposals depend on {@code key}. */
  public long dependants(ReferenceKey key) {
    Dependants found = dependants.get(key);
    return found == null ? 0 : found.rows;
  }

  /** How many proposals belong to a portfolio that {@code isConcerned}. */
  public long inPortfolios(Predicate<String> isConcerned) {
    long rows = 0;
    for (Dependants each : dependants.values()) {
      if (each.key.kind() == ChangeKind.POLICY && isConcerned.test(each.key.key())) {
        rows += each.rows;
      }
    }
    return rows;
  }

  /** How many proposals there are. */
  public long size() {
    return size;
  }

  /** Nothing is due before; milliseconds since the epoch, {@link Outcome#FOREVER} where never. */
  public long nextDue() {
    return nextDue;
  }

  /** Finds out anew when something is due, after what was due has been looked at. */
  public void findNextDue() {
    nextDue = Outcome.FOREVER;
    for (Page page : pages.values()) {
      nextDue = Math.min(nextDue, page.due());
    }
  }

  /** Gives back what it has of the heap's budget. */
  public void close() {
    pages.values().forEach(proposals::forget);
  }
}
