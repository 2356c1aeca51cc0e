package dev.tuneornot.benchmarks.index;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.Proposal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * One tree of all ids, each with the numbers of what it depends on. A walk goes over all of them,
 * however few depend on the model.
 */
final class OneTree implements DependantStructure {
  private final TreeMap<Bytes, short[]> dependencies = new TreeMap<>();
  private final Map<String, Short> numbers = new HashMap<>();

  @Override
  public void add(Bytes id, Proposal proposal) {
    short[] keys = new short[Dependencies.models(proposal).size() + 1];
    int next = 0;
    for (String model : Dependencies.models(proposal)) {
      keys[next++] = number("model " + model);
    }
    keys[next] = number("portfolio " + proposal.getPortfolio());
    dependencies.put(id, keys);
  }

  private short number(String key) {
    return numbers.computeIfAbsent(key, unused -> (short) numbers.size());
  }

  @Override
  public Iterator<Bytes> walk(String model) {
    short wanted = numbers.getOrDefault("model " + model, (short) -1);
    return dependencies.entrySet().stream()
        .filter(entry -> contains(entry.getValue(), wanted))
        .map(Map.Entry::getKey)
        .iterator();
  }

  private static boolean contains(short[] keys, short wanted) {
    for (short key : keys) {
      if (key == wanted) {
        return true;
      }
    }
    return false;
  }
}
