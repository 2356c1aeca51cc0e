package dev.tuneornot.cli.generate;

import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Workload;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Synthetic proposals for the models of a catalogue. Each is drawn on its own, by its number. */
final class SyntheticPortfolio {

  private static final List<String> PORTFOLIOS =
      List.of("sales", "support", "legal", "logistics", "research", "finance", "health", "retail");

  private static final List<String> REGIONS =
      List.of("EMEA", "North America", "Latin America", "Asia-Pacific", "DACH", "Nordics");

  private final long seed;
  private final SyntheticCatalogue catalogue;

  SyntheticPortfolio(long seed, SyntheticCatalogue catalogue) {
    this.seed = seed;
    this.catalogue = catalogue;
  }

  Proposal proposal(long number) {
    // Set apart from the catalogue's draws, which use the same seed.
    Dice dice = new Dice(~seed, number);
    Archetype archetype = dice.oneOf(Archetype.ALL);
    Proposal proposal = new Proposal();
    proposal.setProposalId("p-%07d".formatted(number + 1));
    proposal.setPortfolio(dice.oneOf(PORTFOLIOS));
    proposal.setTitle(archetype.title() + ", " + dice.oneOf(REGIONS));
    proposal.setSubmittedAt(
        catalogue.today().minus(Duration.ofMinutes(dice.between(1, 400 * 24 * 60))));
    proposal.setStage(Stage.PROPOSED);
    proposal.setPromptingSufficient(dice.answer(archetype.prompting()));
    proposal.setFewShotTried(dice.answer(0.85));
    proposal.setStructuredOutputTried(dice.answer(0.8));
    proposal.setRagSufficient(dice.answer(archetype.rag()));
    proposal.setNarrowTask(dice.answer(archetype.narrow()));
    proposal.setTrainingData(trainingData(dice));
    proposal.setNeeds(List.copyOf(archetype.needs()));
    proposal.setWorkload(workload(dice, archetype));
    proposal.setBaselineModel(baseline(dice));
    proposal.setAlternativeModels(List.of());
    proposal.setCandidateModels(candidates(dice));
    proposal.setCosts(costs(dice));
    return proposal;
  }

  private static TrainingData trainingData(Dice dice) {
    return TrainingData.newBuilder()
        .setExamples((int) dice.magnitude(1.4, 4.3))
        .setQuality(dice.answer(0.85))
        .setAvgTokensPerExample((int) dice.magnitude(2.2, 3.4))
        .setEpochs(dice.between(1, 4))
        .setTrainingHours(dice.chance(0.5) ? Dice.twoDigits(dice.between(0.5, 20)) : null)
        .build();
  }

  private static Workload workload(Dice dice, Archetype archetype) {
    int promptTokens = (int) dice.magnitude(2.6, 4.1);
    boolean longOutput = dice.chance(0.5);
    return Workload.newBuilder()
        .setRequestsPerMonth(dice.magnitude(3, 6.7))
        .setPromptTokens(promptTokens)
        .setRemovableTokens((int) (promptTokens * dice.between(0.1, 0.9)))
        .setCachedShare(dice.chance(0.5) ? 0 : dice.between(1, 9) / 10.0)
        .setOutputTokens((int) Dice.twoDigits(archetype.outputTokens() * dice.between(0.5, 2)))
        .setTunedOutputTokens(
            longOutput ? null : (int) Dice.twoDigits(archetype.outputTokens() * 0.8))
        .build();
  }

  /** Projects begin with an able model... */
  private String baseline(Dice dice) {
    int one = dice.between(0, catalogue.size() - 1);
    int other = dice.between(0, catalogue.size() - 1);
    return catalogue.modelId(catalogue.rank(one) > catalogue.rank(other) ? one : other);
  }

  /** ...and think of tuning a cheaper one. */
  private List<String> candidates(Dice dice) {
    Set<String> candidates = new LinkedHashSet<>();
    int wanted = dice.between(1, 3);
    for (int i = 0; i < wanted; i++) {
      int one = dice.between(0, catalogue.size() - 1);
      int other = dice.between(0, catalogue.size() - 1);
      candidates.add(catalogue.modelId(catalogue.rank(one) < catalogue.rank(other) ? one : other));
    }
    return List.copyOf(candidates);
  }

  private static Costs costs(Dice dice) {
    return Costs.newBuilder()
        .setDataPreparation(dice.chance(0.7) ? (double) dice.magnitude(2.5, 4.3) : 0)
        .setEngineering(dice.chance(0.8) ? (double) dice.magnitude(3, 4.6) : 0)
        .setEvaluation(dice.chance(0.5) ? (double) dice.magnitude(2.3, 3.7) : 0)
        .setRetrainEveryMonths(dice.chance(0.4) ? (double) dice.oneOf(List.of(3, 6, 12)) : null)
        .build();
  }
}
