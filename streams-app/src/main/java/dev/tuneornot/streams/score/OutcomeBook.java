package dev.tuneornot.streams.score;

import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of re-scores, many to an entry of the store: a pass visits proposals in the order of
 * their ids, so what it has to remember of some dozens of them is one look-up, one write and one
 * record of the changelog (docs/decisions/0013). What was put is not in the store before {@link
 * #flush}.
 *
 * <p>The first builds of 0.1.0 had an entry for each outcome, under the id of its proposal. Such a
 * single one counts until its proposal is answered or re-scored.
 */
final class OutcomeBook {
  /** No id begins with it: a proposalId has no control characters. */
  private static final byte BLOCK = 0;

  /** Entries of a block at the most, and after it has been split. */
  private static final int MOST = 64;

  private static final int AFTER_SPLIT = 48;

  /** A block without bounds takes in all that is visited. */
  private static final int MOST_BEFORE_FLUSH = 4096;

  private static final Bytes LOWEST = Bytes.wrap(new byte[0]);

  private final KeyValueStore<Bytes, byte[]> store;
  private final TreeSet<Bytes> starts = new TreeSet<>();
  private final boolean hasSingles;
  private OutcomeBlock open = OutcomeBlock.empty(LOWEST, LOWEST);

  OutcomeBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    boolean singles = false;
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext() && !singles) {
        byte[] key = entries.next().key.get();
        if (key[0] == BLOCK) {
          starts.add(start(key));
        } else {
          singles = true;
        }
      }
    }
    hasSingles = singles;
  }

  /**
   * The last outcome of a proposal; null where it has none.
   *
   * @param portfolio of the proposal
   */
  @Nullable Outcome find(Bytes id, StoredProposal proposal, String portfolio) {
    if (proposal.isOfFirstBuilds()) {
      byte[] single = hasSingles ? store.get(id) : null;
      return single == null ? null : Outcome.ofSingle(single);
    }
    Outcome later = isEmpty() ? null : open(id).find(id, proposal.version(), portfolio);
    return later == null ? proposal.outcome(portfolio) : later;
  }

  /** Puts the outcome of a version of a proposal in place of the last. */
  void put(Bytes id, int version, Outcome outcome) {
    open(id).put(id, version, outcome);
    if (open.size() >= MOST_BEFORE_FLUSH) {
      flush();
    }
  }

  /** Forgets a proposal that is deleted. Does nothing where there is no outcome of it here. */
  void remove(Bytes id, StoredProposal proposal) {
    supersede(id, proposal);
    if (!isEmpty()) {
      open(id).remove(id);
    }
  }

  /**
   * What is here of a proposal does not count any more, as it is stored anew. By its version, so
   * nothing needs to be written, but where it is a single one.
   */
  void supersede(Bytes id, StoredProposal proposal) {
    if (hasSingles && proposal.isOfFirstBuilds()) {
      store.delete(id);
    }
  }

  /** Writes what was put and removed. */
  void flush() {
    if (!open.isChanged()) {
      return;
    }
    if (open.size() == 0) {
      store.delete(key(open.start()));
      starts.remove(open.start());
      open = OutcomeBlock.empty(LOWEST, LOWEST);
      return;
    }
    if (open.size() <= MOST) {
      write(open);
      return;
    }
    List<OutcomeBlock> parts = open.split((open.size() + AFTER_SPLIT - 1) / AFTER_SPLIT);
    parts.forEach(this::write);
    open = parts.get(parts.size() - 1);
  }

  private boolean isEmpty() {
    return starts.isEmpty() && !open.isChanged();
  }

  private void write(OutcomeBlock block) {
    store.put(key(block.start()), block.toBytes());
    starts.add(block.start());
  }

  private OutcomeBlock open(Bytes id) {
    if (open.covers(id)) {
      return open;
    }
    flush();
    Bytes start = starts.floor(id);
    Bytes end = starts.higher(id);
    if (start == null) {
      open = OutcomeBlock.empty(LOWEST, end);
      return open;
    }
    byte[] bytes = store.get(key(start));
    if (bytes == null) {
      throw new IllegalStateException("Outcomes from " + start + " on are not stored");
    }
    open = OutcomeBlock.fromBytes(start, end, bytes);
    return open;
  }

  private static Bytes key(Bytes start) {
    byte[] bytes = start.get();
    byte[] key = new byte[bytes.length + 1];
    key[0] = BLOCK;
    System.arraycopy(bytes, 0, key, 1, bytes.length);
    return Bytes.wrap(key);
  }

  private static Bytes start(byte[] key) {
    byte[] start = new byte[key.length - 1];
    System.arraycopy(key, 1, start, 0, start.length);
    return Bytes.wrap(start);
  }
}
