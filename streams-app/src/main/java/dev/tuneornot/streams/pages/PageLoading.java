package dev.tuneornot.streams.pages;

import dev.tuneornot.streams.pages.Pages.DependencyReader;
import dev.tuneornot.streams.pages.Pages.Known;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * How far a start has come: pages are loaded one after the other, lowest ids first. A page that is
 * not marked is read as it is; where it is marked the proposals are.
 */
final class PageLoading {
  private final PageStore store;
  private final ProposalStore proposals;

  /** The lowest id that is not loaded yet; null where all are. */
  private @Nullable Bytes next = PageStore.LOWEST;

  /**
   * Pages that are loaded.
   *
   * @param areOutdated whether what is written of them is not what they are now
   */
  record Loaded(List<Page> pages, boolean areOutdated) {}

  PageLoading(PageStore store, ProposalStore proposals) {
    this.store = store;
    this.proposals = proposals;
  }

  /** The lowest id that is not loaded yet; null where all are. */
  @Nullable Bytes next() {
    return next;
  }

  /** Whether the page of {@code id} has been loaded. */
  boolean isPast(Bytes id) {
    return next == null || id.compareTo(next) < 0;
  }

  /** Loads the next page, or some few where proposals have come between its rows. */
  Loaded load(DependencyReader reader) {
    if (next == null) {
      return new Loaded(List.of(), false);
    }
    PageStore.Segment segment = store.segmentOf(next);
    List<Page> pages = new ArrayList<>(1);
    if (segment.hasRecord() && !segment.isMarked()) {
      pages.add(store.read(segment));
      next = segment.end();
    } else if (segment.hasRecord()) {
      Page written = store.read(segment);
      while (next != null && !next.equals(segment.end())) {
        pages.add(loadProposals(next, segment, written, reader));
      }
    } else {
      pages.add(loadProposals(next, segment, null, reader));
    }
    if (pages.get(0).size() == 0 && !pages.get(0).first().equals(PageStore.LOWEST)) {
      store.delete(pages.remove(0));
    }
    return new Loaded(pages, segment.hasRecord() && segment.isMarked());
  }

  /** The next page full of stored proposals. */
  private Page loadProposals(
      Bytes from, PageStore.Segment segment, @Nullable Page written, DependencyReader reader) {
    Page page = new Page(from);
    page.isBoundary = segment.exists() && from.equals(segment.start());
    page.hasRecord = page.isBoundary && segment.hasRecord();
    page.isMarked = page.isBoundary && segment.isMarked();
    page.hasOutcomes = page.hasRecord && written != null && written.hasOutcomes;
    next = segment.end();
    try (KeyValueIterator<Bytes, byte[]> entries = proposals.range(from)) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        if (segment.end() != null && entry.key.compareTo(segment.end()) >= 0) {
          break;
        }
        if (page.isFull()) {
          next = entry.key;
          break;
        }
        append(page, entry.key, StoredProposal.fromBytes(entry.value), written, reader);
      }
    }
    return page;
  }

  private static void append(
      Page page, Bytes id, StoredProposal stored, @Nullable Page written, DependencyReader reader) {
    int row = page.size();
    page.insert(row, id);
    page.put(row, stored.version(), outcome(id, stored, written), true);
    for (ReferenceKey key : reader.dependencies(id, stored)) {
      page.depend(row, key);
    }
  }

  /** What is written of the same version is newer than what was stored with it. */
  private static @Nullable Outcome outcome(Bytes id, StoredProposal stored, @Nullable Page page) {
    int row = page == null ? -1 : page.find(id);
    return row >= 0 && page.version(row) == stored.version() ? page.outcome(row) : stored.outcome();
  }

  /** What is known of a proposal whose page is not loaded; null where none is stored. */
  @Nullable Known lookUp(Bytes id) {
    StoredProposal stored = proposals.get(id);
    if (stored == null) {
      return null;
    }
    PageStore.Segment segment = store.segmentOf(id);
    Page written = segment.hasRecord() ? store.read(segment) : null;
    return new Known(stored.version(), outcome(id, stored, written), true, null);
  }
}
