package dev.tuneornot.evaluation;

import dev.tuneornot.model.Proposal;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a recommendation depends on besides its proposal and the policy of its portfolio. */
public final class Dependencies {
  private Dependencies() {}

  /**
   * The models whose prices are read: the baseline, if there is one, all alternatives and all
   * candidates.
   */
  public static Set<String> models(Proposal proposal) {
    Set<String> models = new LinkedHashSet<>();
    if (proposal.getBaselineModel() != null) {
      models.add(proposal.getBaselineModel());
    }
    models.addAll(proposal.getAlternativeModels());
    models.addAll(proposal.getCandidateModels());
    return models;
  }
}
