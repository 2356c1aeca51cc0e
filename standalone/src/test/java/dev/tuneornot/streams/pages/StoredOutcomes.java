package dev.tuneornot.streams.pages;

import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What the stores of the tasks hold of outcomes, as their changelogs tell. In the package of the
 * classes that read them, which are nobody else's.
 */
public final class StoredOutcomes {
  private final Map<Integer, KeyValueStore<Bytes, byte[]>> proposals;
  private final Map<Integer, KeyValueStore<Bytes, byte[]>> pages;

  /** Reads both changelogs to their ends; their keys have to be read as ISO-8859-1. */
  public StoredOutcomes(CommittedLog proposals, CommittedLog pages) {
    this.proposals = stores("proposals", proposals);
    this.pages = stores("pages", pages);
  }

  private static Map<Integer, KeyValueStore<Bytes, byte[]>> stores(String name, CommittedLog log) {
    Map<Integer, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
    log.readToEnd(
        record ->
            stores
                .computeIfAbsent(record.partition(), unused -> store(name))
                .put(
                    Bytes.wrap(record.key().getBytes(StandardCharsets.ISO_8859_1)),
                    record.value()));
    return stores;
  }

  private static KeyValueStore<Bytes, byte[]> store(String name) {
    return Stores.inMemoryKeyValueStore(name).get();
  }

  /** How many proposals have one. */
  public long ofProposals() {
    return count((page, row) -> page.outcome(row) != null);
  }

  /** How many outcomes are of no proposal. */
  public long leftOver() {
    return count((page, row) -> isNotStored(page.id(row)));
  }

  private boolean isNotStored(Bytes id) {
    return proposals.values().stream().allMatch(store -> store.get(id) == null);
  }

  private long count(BiPredicate<Page, Integer> isCounted) {
    long found = 0;
    for (Map.Entry<Integer, KeyValueStore<Bytes, byte[]>> task : proposals.entrySet()) {
      KeyValueStore<Bytes, byte[]> written =
          pages.computeIfAbsent(task.getKey(), unused -> store("pages"));
      Pages all = new Pages(written, new ProposalStore(task.getValue(), new CacheBudget(0)));
      while (!all.isLoaded()) {
        all.load((id, stored) -> List.of(), id -> false);
      }
      for (Page page : all.all()) {
        for (int row = 0; row < page.size(); row++) {
          found += isCounted.test(page, row) ? 1 : 0;
        }
      }
    }
    return found;
  }
}
