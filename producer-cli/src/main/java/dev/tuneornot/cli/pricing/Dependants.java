package dev.tuneornot.cli.pricing;

import dev.tuneornot.model.Proposal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many proposals depend on the price of each model, and how. */
final class Dependants {

  /** Of a model. */
  record Count(int candidate, int alternative, int baseline) {

    static final Count NONE = new Count(0, 0, 0);

    private Count plus(int candidates, int alternatives, int baselines) {
      return new Count(candidate + candidates, alternative + alternatives, baseline + baselines);
    }
  }

  private final Map<String, Count> counts = new HashMap<>();

  void add(Proposal proposal) {
    proposal.getCandidateModels().forEach(modelId -> add(modelId, 1, 0, 0));
    proposal.getAlternativeModels().forEach(modelId -> add(modelId, 0, 1, 0));
    add(proposal.getBaselineModel(), 0, 0, 1);
  }

  Count of(String modelId) {
    return counts.getOrDefault(modelId, Count.NONE);
  }

  private void add(@Nullable String modelId, int candidates, int alternatives, int baselines) {
    if (modelId != null) {
      Count before = of(modelId);
      counts.put(modelId, before.plus(candidates, alternatives, baselines));
    }
  }
}
