package dev.tuneornot.portfolio.usage;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import java.util.List;

/** What a model of an export is to a proposal. */
public enum ModelRole {
  /** It does the job untuned. */
  BASELINE,
  /** It was tuned for the job. */
  TUNED,
  /** Neither. */
  OTHER;

  static ModelRole of(SeenModel model, Proposal proposal, List<ModelRule> rules) {
    boolean isNamed =
        rules.stream()
            .anyMatch(
                rule -> rule.proposalId().equals(proposal.getProposalId()) && rule.matches(model));
    if (isNamed) {
      return measured(proposal);
    }
    List<String> candidates = proposal.getCandidateModels();
    String baseline = proposal.getBaselineModel();
    if (baseline != null && model.is(baseline)) {
      return BASELINE;
    }
    if (proposal.getStage() == Stage.LIVE && !candidates.isEmpty()) {
      String live = candidates.get(0);
      // Where a host serves what was tuned under the name of its base, nothing else is meant.
      return model.isTunedFrom(live) || model.is(live) ? TUNED : OTHER;
    }
    return candidates.stream().anyMatch(model::isTunedFrom) ? TUNED : OTHER;
  }

  /** The role of the model whose traffic is the usage of a proposal. */
  static ModelRole measured(Proposal proposal) {
    return proposal.getStage() == Stage.LIVE ? TUNED : BASELINE;
  }
}
