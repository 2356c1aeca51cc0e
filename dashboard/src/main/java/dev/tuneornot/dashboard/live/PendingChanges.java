package dev.tuneornot.dashboard.live;

import dev.tuneornot.dashboard.projection.Batch;
import dev.tuneornot.model.PriceImpact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has changed since it was last taken, in bounded memory. */
final class PendingChanges {
  private static final int MOST_IDS = 200;
  private static final int MOST_MODELS = 500;
  private static final int MOST_IMPACTS = 500;

  private final Set<String> ids = new LinkedHashSet<>();
  private final Set<String> models = new LinkedHashSet<>();
  private final Map<String, PriceImpact> impacts = new LinkedHashMap<>();
  private long proposals;
  private long outcomes;
  private boolean summaries;

  /**
   * @param ids of some of the proposals that changed
   * @param proposals how many changed, one that did so several times counted as often
   * @param outcomes how many decisions or verdicts became other ones
   */
  record Taken(
      boolean summaries,
      List<String> ids,
      long proposals,
      long outcomes,
      List<String> models,
      Collection<PriceImpact> impacts) {}

  synchronized void add(Batch batch) {
    summaries |= batch.changesSummaries();
    Collection<String> changed = batch.changedProposals();
    proposals += changed.size();
    outcomes += batch.changedOutcomes();
    changed.stream().limit(MOST_IDS - ids.size()).forEach(ids::add);
    batch.changedModels().stream().limit(MOST_MODELS - models.size()).forEach(models::add);
    for (PriceImpact impact : batch.changedImpacts()) {
      if (impacts.size() < MOST_IMPACTS || impacts.containsKey(impact.getChangeId())) {
        impacts.put(impact.getChangeId(), impact);
      }
    }
  }

  /** The sums could not be told: they are to be told later. */
  synchronized void addSummaries() {
    summaries = true;
  }

  synchronized Taken take() {
    Taken taken =
        new Taken(
            summaries,
            List.copyOf(ids),
            proposals,
            outcomes,
            List.copyOf(models),
            List.copyOf(impacts.values()));
    summaries = false;
    ids.clear();
    proposals = 0;
    outcomes = 0;
    models.clear();
    impacts.clear();
    return taken;
  }
}
