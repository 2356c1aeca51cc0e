package dev.tuneornot.streams.score;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.pass.DependantIndex;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last accepted proposals of a task, as the bytes that arrived, their last outcomes, and the
 * index of what they depend on.
 */
final class ProposalBook {
  /** A look-up takes as long as so many steps of a walk, measured. */
  private static final int MOST_STEPS_TO_NEXT = 4;

  /** Where what is read is kept, more are worth while: they save the next passes their look-ups. */
  private static final int MOST_STEPS_TO_KEEP = 64;

  /** A proposal of the book and its last outcome; null where it has not been answered yet. */
  record Held(Proposal proposal, @Nullable Outcome outcome, StoredProposal stored) {}

  /** Takes what was there at the start. */
  @FunctionalInterface
  interface Loader {
    void loaded(Bytes id, Proposal proposal, @Nullable Outcome outcome);
  }

  private final KeyValueStore<Bytes, byte[]> store;
  private final OutcomeBook outcomes;
  private final RecordDecoder<Proposal> decoder;
  private final DependantIndex index = new DependantIndex();
  private final StretchCache stretches;
  private final SeenIds seen = new SeenIds();
  private long size;

  /**
   * @param cache what may be taken to keep what passes have read
   * @param loader takes each stored proposal once
   */
  ProposalBook(
      KeyValueStore<Bytes, byte[]> store,
      OutcomeBook outcomes,
      RecordDecoder<Proposal> decoder,
      CacheBudget cache,
      Loader loader) {
    this.store = store;
    this.stretches = new StretchCache(store, cache);
    this.outcomes = outcomes;
    this.decoder = decoder;
    try (KeyValueIterator<Bytes, byte[]> proposals = store.all()) {
      while (proposals.hasNext()) {
        KeyValue<Bytes, byte[]> entry = proposals.next();
        Held held = held(entry.key, StoredProposal.fromBytes(entry.value));
        index.add(entry.key, held.proposal());
        seen.add(entry.key);
        size++;
        loader.loaded(entry.key, held.proposal(), held.outcome());
      }
    }
  }

  DependantIndex index() {
    return index;
  }

  @Nullable Held find(Bytes id) {
    if (!seen.mayContain(id)) {
      return null;
    }
    Stretch stretch = stretches.known(id);
    return stretch == null ? lookUp(id) : find(id, stretch);
  }

  private @Nullable Held find(Bytes id, Stretch stretch) {
    if (stretch.isChanged(id)) {
      return lookUp(id);
    }
    int entry = stretch.find(id);
    return entry < 0 ? null : held(id, stretch.value(entry));
  }

  private @Nullable Held lookUp(Bytes id) {
    byte[] value = store.get(id);
    return value == null ? null : held(id, StoredProposal.fromBytes(value));
  }

  /**
   * For finding proposals in the order of their ids.
   *
   * @param wanted how many of all proposals they are, about
   */
  Reader reader(long wanted) {
    int steps = stretches.hasRoom() ? MOST_STEPS_TO_KEEP : MOST_STEPS_TO_NEXT;
    return new Reader(wanted * steps >= size);
  }

  /** Finds proposals one after the other. */
  final class Reader {
    private final boolean isOrdered;

    private Reader(boolean isOrdered) {
      this.isOrdered = isOrdered;
    }

    @Nullable Held find(Bytes id) {
      return isOrdered ? ProposalBook.this.find(id, stretches.at(id)) : ProposalBook.this.find(id);
    }
  }

  private Held held(Bytes id, StoredProposal stored) {
    Proposal proposal = stored.decode(id, decoder);
    return new Held(proposal, outcomes.find(id, stored, proposal.getPortfolio()), stored);
  }

  /**
   * Takes a proposal in.
   *
   * @param value the bytes that {@code proposal} was decoded from
   * @param before what it takes the place of; null where there was none of its id
   * @param outcome its answer, or that of the one before where it is not answered yet
   */
  void put(
      Bytes id, Proposal proposal, byte[] value, @Nullable Held before, @Nullable Outcome outcome) {
    int version = StoredProposal.FIRST_VERSION;
    if (before == null) {
      seen.add(id);
      size++;
    } else {
      version = before.stored().nextVersion();
      index.remove(id, before.proposal());
      outcomes.supersede(id, before.stored());
    }
    store.put(
        id,
        StoredProposal.toBytes(version, outcome, proposal.getPortfolio(), ByteBuffer.wrap(value)));
    stretches.changed(id);
    index.add(id, proposal);
  }

  /** Keeps a later outcome of a proposal that stays as it is. Written by {@link #flush}. */
  void put(Bytes id, Held held, Outcome outcome) {
    StoredProposal stored = held.stored();
    if (stored.isOfFirstBuilds()) {
      byte[] bytes =
          StoredProposal.toBytes(
              stored.nextVersion(), outcome, held.proposal().getPortfolio(), stored.arrived());
      store.put(id, bytes);
      stretches.changed(id);
      outcomes.supersede(id, stored);
    } else {
      outcomes.put(id, stored.version(), outcome);
    }
  }

  void delete(Bytes id, Held held) {
    index.remove(id, held.proposal());
    outcomes.remove(id, held.stored());
    store.delete(id);
    stretches.changed(id);
    size--;
  }

  /** To be called before the task can commit. */
  void flush() {
    outcomes.flush();
  }

  /** Gives back what it has of the cache. */
  void close() {
    stretches.close();
  }
}
