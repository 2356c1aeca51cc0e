package dev.tuneornot.streams.score;

import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What the stores of the tasks hold of outcomes, as their changelogs tell. In the package of the
 * classes that read them, which are nobody else's.
 */
public final class StoredOutcomes {
  /** Of no consequence: who has an outcome is asked, not what it says. */
  private static final String ANY_PORTFOLIO = "any";

  private final Map<Integer, KeyValueStore<Bytes, byte[]>> proposals;
  private final Map<Integer, KeyValueStore<Bytes, byte[]>> outcomes;

  /** Reads both changelogs to their ends; their keys have to be read as ISO-8859-1. */
  public StoredOutcomes(CommittedLog proposals, CommittedLog outcomes) {
    this.proposals = stores("proposals", proposals);
    this.outcomes = stores("outcomes", outcomes);
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
    long found = 0;
    for (Map.Entry<Integer, KeyValueStore<Bytes, byte[]>> task : proposals.entrySet()) {
      OutcomeBook book = new OutcomeBook(outcomesOf(task.getKey()));
      try (KeyValueIterator<Bytes, byte[]> entries = task.getValue().all()) {
        while (entries.hasNext()) {
          KeyValue<Bytes, byte[]> entry = entries.next();
          StoredProposal proposal = StoredProposal.fromBytes(entry.value);
          if (book.find(entry.key, proposal, ANY_PORTFOLIO) != null) {
            found++;
          }
        }
      }
    }
    return found;
  }

  /** How many entries would be left over if all proposals were deleted. Deletes them. */
  public long leftOver() {
    long left = 0;
    for (Map.Entry<Integer, KeyValueStore<Bytes, byte[]>> task : proposals.entrySet()) {
      OutcomeBook book = new OutcomeBook(outcomesOf(task.getKey()));
      try (KeyValueIterator<Bytes, byte[]> entries = task.getValue().all()) {
        while (entries.hasNext()) {
          KeyValue<Bytes, byte[]> entry = entries.next();
          book.remove(entry.key, StoredProposal.fromBytes(entry.value));
        }
      }
      book.flush();
    }
    for (KeyValueStore<Bytes, byte[]> store : outcomes.values()) {
      left += store.approximateNumEntries();
    }
    return left;
  }

  private KeyValueStore<Bytes, byte[]> outcomesOf(int task) {
    return outcomes.computeIfAbsent(task, unused -> store("outcomes"));
  }
}
