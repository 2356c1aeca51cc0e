package dev.tuneornot.benchmarks.index;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.Proposal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/** A sorted array for each model and each portfolio, see {@link SortedRun}. */
final class SortedArrays implements DependantStructure {
  private final Map<String, SortedRun> byModel = new HashMap<>();
  private final Map<String, SortedRun> byPortfolio = new HashMap<>();

  @Override
  public void add(Bytes id, Proposal proposal) {
    for (String model : Dependencies.models(proposal)) {
      byModel.computeIfAbsent(model, unused -> new SortedRun()).add(id);
    }
    byPortfolio.computeIfAbsent(proposal.getPortfolio(), unused -> new SortedRun()).add(id);
  }

  @Override
  public Iterator<Bytes> walk(String model) {
    SortedRun run = byModel.get(model);
    return run == null ? Collections.emptyIterator() : run.walk();
  }
}
