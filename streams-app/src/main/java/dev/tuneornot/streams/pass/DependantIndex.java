package dev.tuneornot.streams.pass;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Which proposals of a task depend on a model or belong to a portfolio; on the heap, in order. */
public final class DependantIndex {
  private final Map<String, SortedIds> byModel = new HashMap<>();
  private final Map<String, SortedIds> byPortfolio = new HashMap<>();

  public void add(Bytes id, Proposal proposal) {
    for (String model : Dependencies.models(proposal)) {
      byModel.computeIfAbsent(model, unused -> new SortedIds()).add(id);
    }
    byPortfolio.computeIfAbsent(proposal.getPortfolio(), unused -> new SortedIds()).add(id);
  }

  /**
   * @param proposal the proposal as it was when it was added
   */
  public void remove(Bytes id, Proposal proposal) {
    for (String model : Dependencies.models(proposal)) {
      remove(byModel, model, id);
    }
    remove(byPortfolio, proposal.getPortfolio(), id);
  }

  /**
   * The proposals behind {@code after} that depend on any of {@code changed}, in order, each once.
   * Not to be used any more after the index has changed.
   *
   * @param after where to begin; null: at the start
   * @param hasOwnPolicy which portfolios the policy of all does not concern
   */
  public Iterator<Bytes> walk(
      @Nullable Bytes after, Collection<ReferenceKey> changed, Predicate<String> hasOwnPolicy) {
    Set<SortedIds> sets = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ReferenceKey key : changed) {
      sets.addAll(dependants(key, hasOwnPolicy));
    }
    List<Iterator<Bytes>> walks = new ArrayList<>(sets.size());
    for (SortedIds set : sets) {
      walks.add(set.walk(after));
    }
    return walks.size() == 1 ? walks.get(0) : new MergedWalk(walks);
  }

  /** How many proposals depend on {@code changed}. */
  public long count(ReferenceKey changed, Predicate<String> hasOwnPolicy) {
    return dependants(changed, hasOwnPolicy).stream().mapToLong(SortedIds::size).sum();
  }

  private Collection<SortedIds> dependants(ReferenceKey key, Predicate<String> hasOwnPolicy) {
    return switch (key.kind()) {
      case PRICE -> only(byModel.get(key.key()));
      case POLICY ->
          key.key().equals(ReferenceKey.EVERY_PORTFOLIO)
              ? portfolios(hasOwnPolicy.negate())
              : only(byPortfolio.get(key.key()));
      case RULES -> byPortfolio.values();
    };
  }

  private Collection<SortedIds> portfolios(Predicate<String> concerned) {
    Collection<SortedIds> sets = new ArrayList<>();
    byPortfolio.forEach(
        (portfolio, ids) -> {
          if (concerned.test(portfolio)) {
            sets.add(ids);
          }
        });
    return sets;
  }

  private static Collection<SortedIds> only(@Nullable SortedIds set) {
    return set == null ? List.of() : List.of(set);
  }

  private static void remove(Map<String, SortedIds> sets, String key, Bytes id) {
    SortedIds set = sets.get(key);
    if (set == null) {
      return;
    }
    set.remove(id);
    if (set.isEmpty()) {
      sets.remove(key);
    }
  }
}
