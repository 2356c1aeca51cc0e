package dev.tuneornot.benchmarks.index;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.pass.DependantIndex;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** Something that finds the dependants of a model in the order of their ids. */
interface DependantStructure {

  /** Adds a proposal that is not in it. */
  void add(Bytes id, Proposal proposal);

  /** The dependants of {@code model}, in order. */
  Iterator<Bytes> walk(String model);

  /** What the streams app has: a sorted array and its changes for each model and portfolio. */
  final class AsItIs implements DependantStructure {
    private final DependantIndex index = new DependantIndex();

    @Override
    public void add(Bytes id, Proposal proposal) {
      index.add(id, proposal);
    }

    @Override
    public Iterator<Bytes> walk(String model) {
      return index.walk(
          null, List.of(new ReferenceKey(ChangeKind.PRICE, model)), portfolio -> false);
    }
  }
}
