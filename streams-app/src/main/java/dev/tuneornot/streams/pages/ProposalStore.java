package dev.tuneornot.streams.pages;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last accepted proposals of a task, as the bytes that arrived. What sweeps read of a page is
 * kept on the heap as long as the budget lasts. What is kept stays: where sweeps go round and
 * round, whatever is pushed out for something newer would be what is needed next.
 */
public final class ProposalStore {
  /** Where it is not kept, a page is read in one go if a sweep wants one row of so many. */
  private static final int SHARE_TO_READ = 4;

  private static final int FIRST_BYTES_A_ROW = 512;

  private final KeyValueStore<Bytes, byte[]> store;
  private final CacheBudget budget;

  /** What was read last and is not kept. */
  private @Nullable Page lastPage;

  private @Nullable PageValues lastValues;

  /**
   * @param budget what may be taken to keep what sweeps have read
   */
  public ProposalStore(KeyValueStore<Bytes, byte[]> store, CacheBudget budget) {
    this.store = store;
    this.budget = budget;
  }

  /** The proposal of {@code id}; null where there is none. */
  public @Nullable StoredProposal get(Bytes id) {
    byte[] value = store.get(id);
    return value == null ? null : StoredProposal.fromBytes(value);
  }

  /**
   * The proposal of a row.
   *
   * @param wanted the rows of the page that will be asked for, this one among them
   */
  public StoredProposal get(Page page, int row, long wanted) {
    PageValues values = valuesOf(page);
    if (values == null && isWorthReading(page, wanted)) {
      values = read(page);
    }
    if (values != null && !values.isStale(row)) {
      return values.get(row);
    }
    StoredProposal stored = get(page.id(row));
    if (stored == null) {
      throw new IllegalStateException("Row " + page.id(row) + " of a page is not stored");
    }
    return stored;
  }

  private @Nullable PageValues valuesOf(Page page) {
    return page == lastPage ? lastValues : page.values;
  }

  private boolean isWorthReading(Page page, long wanted) {
    return Long.bitCount(wanted) * SHARE_TO_READ >= page.size()
        || budget.hasRoom((long) page.size() * FIRST_BYTES_A_ROW);
  }

  private PageValues read(Page page) {
    PageValues values = new PageValues(page.size(), page.size() * FIRST_BYTES_A_ROW);
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(page.id(0), page.id(page.size() - 1))) {
      for (int row = 0; row < page.size(); row++) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        if (page.find(entry.key) != row) {
          throw new IllegalStateException("Stored proposal " + entry.key + " is not in its page");
        }
        values.add(entry.value);
      }
    }
    values.trim();
    if (budget.take(values.size())) {
      page.values = values;
    } else {
      lastPage = page;
      lastValues = values;
    }
    return values;
  }

  /** The proposals from one id on, in order; to be closed. */
  KeyValueIterator<Bytes, byte[]> range(Bytes from) {
    return store.range(from, null);
  }

  void put(Bytes id, byte[] value) {
    store.put(id, value);
  }

  void delete(Bytes id) {
    store.delete(id);
  }

  /** Tells that the proposal of a row is another one. */
  void changed(Page page, int row) {
    PageValues values = valuesOf(page);
    if (values != null) {
      values.change(row);
      if (values.hasManyStale()) {
        forget(page);
      }
    }
  }

  /** Tells that a page has other rows than before. */
  void forget(Page page) {
    if (page == lastPage) {
      lastPage = null;
      lastValues = null;
    }
    if (page.values != null) {
      budget.give(page.values.size());
      page.values = null;
    }
  }
}
