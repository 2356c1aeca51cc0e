package dev.tuneornot.benchmarks.index;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.Proposal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/** A {@link TreeSet} for each model and each portfolio. */
final class TreeSets implements DependantStructure {
  private final Map<String, TreeSet<Bytes>> byModel = new HashMap<>();
  private final Map<String, TreeSet<Bytes>> byPortfolio = new HashMap<>();

  @Override
  public void add(Bytes id, Proposal proposal) {
    for (String model : Dependencies.models(proposal)) {
      byModel.computeIfAbsent(model, unused -> new TreeSet<>()).add(id);
    }
    byPortfolio.computeIfAbsent(proposal.getPortfolio(), unused -> new TreeSet<>()).add(id);
  }

  @Override
  public Iterator<Bytes> walk(String model) {
    TreeSet<Bytes> ids = byModel.get(model);
    return ids == null ? Collections.emptyIterator() : ids.iterator();
  }
}
