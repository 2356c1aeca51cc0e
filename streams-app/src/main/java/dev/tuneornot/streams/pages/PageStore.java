package dev.tuneornot.streams.pages;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The durable part of the pages: under {@code p} and the lowest id of a page its {@link
 * PageRecord}, under {@code o} and that id the outcomes of its rows that are other ones since, and
 * under {@code m} and a lowest id nothing: from there to where the next page or mark begins, the
 * proposals know better. What lies before the first page or mark is marked, too.
 */
final class PageStore {
  static final Bytes LOWEST = Bytes.wrap(new byte[0]);

  private static final byte RECORD = 'p';
  private static final byte OUTCOMES = 'o';
  private static final byte MARK = 'm';
  private static final byte[] NOTHING = {};

  private final KeyValueStore<Bytes, byte[]> store;

  /**
   * Ids that are loaded together.
   *
   * @param end the lowest id of the next one; null: there is none
   * @param exists whether it begins in the store, with a record or a mark
   */
  record Segment(
      Bytes start, @Nullable Bytes end, boolean exists, boolean hasRecord, boolean isMarked) {}

  PageStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** The segment that {@code id} belongs to. */
  Segment segmentOf(Bytes id) {
    Bytes record = lastUpTo(RECORD, id);
    Bytes mark = lastUpTo(MARK, id);
    Bytes start = highest(record, mark);
    Bytes end = lowest(firstBehind(RECORD, id), firstBehind(MARK, id));
    boolean hasRecord = start != null && start.equals(record);
    boolean isMarked = start == null || start.equals(mark);
    return new Segment(start == null ? LOWEST : start, end, start != null, hasRecord, isMarked);
  }

  /** The page of a segment, as it was written. */
  Page read(Segment segment) {
    byte[] bytes = store.get(key(RECORD, segment.start()));
    if (bytes == null) {
      throw new IllegalStateException("Page from " + segment.start() + " on is not stored");
    }
    Page page = PageRecord.read(segment.start(), bytes);
    byte[] outcomes = store.get(key(OUTCOMES, segment.start()));
    if (outcomes != null) {
      page.outcomesSince = PageRecord.readOutcomes(page, outcomes);
      page.hasOutcomes = true;
    }
    page.isBoundary = true;
    page.hasRecord = true;
    page.isMarked = segment.isMarked();
    page.rowsAreWritten = true;
    return page;
  }

  /** Writes a page, or only outcomes where nothing else of it has changed. */
  void write(Page page) {
    if (page.hasRecord && !page.isMarked && page.rowsAreWritten) {
      store.put(key(OUTCOMES, page.first()), PageRecord.ofOutcomes(page, page.outcomesSince));
      page.hasOutcomes = true;
    } else {
      writeWhole(page);
    }
    page.isChanged = false;
  }

  private void writeWhole(Page page) {
    store.put(key(RECORD, page.first()), PageRecord.of(page));
    deleteOutcomes(page);
    if (page.isMarked) {
      store.delete(key(MARK, page.first()));
    }
    page.isBoundary = true;
    page.hasRecord = true;
    page.isMarked = false;
    page.rowsAreWritten = true;
    page.outcomesSince = 0;
  }

  private void deleteOutcomes(Page page) {
    if (page.hasOutcomes) {
      store.delete(key(OUTCOMES, page.first()));
      page.hasOutcomes = false;
    }
  }

  void mark(Page page) {
    markStart(page.first());
    page.isBoundary = true;
    page.isMarked = true;
  }

  /** Says that a marked segment begins at {@code first}. */
  void markStart(Bytes first) {
    store.put(key(MARK, first), NOTHING);
  }

  /** Marks the segment of an id whose page is not loaded. */
  void mark(Bytes id) {
    Segment segment = segmentOf(id);
    if (segment.isMarked()) {
      return;
    }
    Page page = read(segment);
    boolean isBehind = page.rowsBehind(id) == 0 && page.find(id) < 0;
    markStart(isBehind ? id : segment.start());
  }

  void delete(Page page) {
    if (page.hasRecord) {
      store.delete(key(RECORD, page.first()));
    }
    deleteOutcomes(page);
    if (page.isMarked) {
      store.delete(key(MARK, page.first()));
    }
  }

  private @Nullable Bytes lastUpTo(byte kind, Bytes id) {
    try (KeyValueIterator<Bytes, byte[]> keys =
        store.reverseRange(key(kind, LOWEST), key(kind, id))) {
      return keys.hasNext() ? first(keys.next().key) : null;
    }
  }

  private @Nullable Bytes firstBehind(byte kind, Bytes id) {
    Bytes past = Bytes.wrap(new byte[] {(byte) (kind + 1)});
    try (KeyValueIterator<Bytes, byte[]> keys = store.range(key(kind, id), past)) {
      while (keys.hasNext()) {
        Bytes key = keys.next().key;
        if (key.get()[0] == kind && !first(key).equals(id)) {
          return first(key);
        }
      }
    }
    return null;
  }

  private static @Nullable Bytes highest(@Nullable Bytes a, @Nullable Bytes b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static @Nullable Bytes lowest(@Nullable Bytes a, @Nullable Bytes b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Bytes key(byte kind, Bytes first) {
    byte[] id = first.get();
    byte[] key = new byte[id.length + 1];
    key[0] = kind;
    System.arraycopy(id, 0, key, 1, id.length);
    return Bytes.wrap(key);
  }

  private static Bytes first(Bytes key) {
    return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
  }
}
