package dev.tuneornot.cli.generate;

import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Synthetic proposals for the models of a catalogue. Each is drawn on its own, by its number. */
final class SyntheticPortfolio {

  private static final List<String> PORTFOLIOS =
      List.of("sales", "support", "legal", "logistics", "research", "finance", "health", "retail");

  private static final List<String> REGIONS =
      List.of("EMEA", "North America", "Latin America", "Asia-Pacific", "DACH", "Nordics");

  /** Sets its draws apart from those of proposals and prices. */
  private static final long USAGE = 0x5DEECE66DL;

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
    boolean live = dice.chance(0.1);
    proposal.setStage(live ? Stage.LIVE : Stage.PROPOSED);
    proposal.setLiveSince(
        live ? catalogue.today().minus(Duration.ofDays(dice.between(30, 300))) : null);
    proposal.setPromptingSufficient(dice.answer(archetype.prompting()));
    proposal.setFewShotTried(dice.answer(0.85));
    proposal.setStructuredOutputTried(dice.answer(0.8));
    proposal.setRagSufficient(dice.answer(archetype.rag()));
    proposal.setNarrowTask(dice.answer(archetype.narrow()));
    proposal.setTrainingData(trainingData(dice));
    proposal.setNeeds(List.copyOf(archetype.needs()));
    proposal.setWorkload(workload(dice, archetype));
    proposal.setRetrieval(retrieval(dice, archetype));
    proposal.setBaselineModel(baseline(dice));
    proposal.setAlternativeModels(alternatives(dice, proposal.getBaselineModel()));
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
    long requests = dice.magnitude(3, 6.7);
    boolean ranged = dice.chance(0.35);
    int cachedTenths = dice.chance(0.5) ? 0 : dice.between(1, 9);
    return Workload.newBuilder()
        .setRequestsPerMonth(requests)
        .setRequestsPerMonthLow(ranged ? (long) (requests * dice.between(0.2, 0.9)) : null)
        .setRequestsPerMonthHigh(ranged ? (long) (requests * dice.between(1.1, 4)) : null)
        .setPromptTokens(promptTokens)
        .setRemovableTokens((int) (promptTokens * dice.between(0.1, 0.9)))
        .setCachedShare(cachedTenths / 10.0)
        .setCacheWriteShare(
            cachedTenths == 0 || cachedTenths == 9 ? 0 : dice.between(0, 9 - cachedTenths) / 10.0)
        .setKeptCachedShare(dice.chance(0.7) ? 0 : dice.between(1, 10) / 10.0)
        .setBatchShare(dice.chance(0.8) ? 0 : dice.between(1, 10) / 10.0)
        .setFewShotTokens(dice.chance(0.5) ? 0 : (int) dice.magnitude(2.3, 3.5))
        .setOutputTokens((int) Dice.twoDigits(archetype.outputTokens() * dice.between(0.5, 2)))
        .setTunedOutputTokens(
            longOutput ? null : (int) Dice.twoDigits(archetype.outputTokens() * 0.8))
        .build();
  }

  /** Where answers stand in documents, somebody has asked what retrieval would add. */
  private static @Nullable Retrieval retrieval(Dice dice, Archetype archetype) {
    boolean looksUp =
        archetype.needs().contains(Need.DOMAIN_KNOWLEDGE)
            || archetype.needs().contains(Need.FRESH_KNOWLEDGE);
    return dice.chance(looksUp ? 0.7 : 0.1)
        ? Retrieval.newBuilder()
            .setTokens((int) dice.magnitude(2.7, 3.9))
            .setPerRequest(dice.between(0, 10) / 10_000.0)
            .setPerMonth((double) dice.magnitude(1, 3))
            .setUpfront((double) dice.magnitude(2.5, 4))
            .build()
        : null;
  }

  /** What was measured of a proposal, from 1 to 60 days before the day; of most of them nothing. */
  Optional<Usage> usage(long number) {
    Dice dice = new Dice(seed ^ USAGE, number);
    if (!dice.chance(0.25)) {
      return Optional.empty();
    }
    Proposal proposal = proposal(number);
    Workload workload = proposal.getWorkload();
    Instant end = catalogue.today().minus(Duration.ofDays(dice.between(1, 60)));
    // Volumes of plans are found wrong by 1.7 to 10 times, in either direction.
    double factor = Math.pow(10, dice.between(-1.0, 1.0));
    long requests = Math.round(workload.getRequestsPerMonth() * factor);
    long input = Math.round(requests * workload.getPromptTokens() * dice.between(0.6, 1.6));
    long cached = dice.chance(0.5) ? 0 : (long) (input * dice.between(0.1, 0.8));
    return Optional.of(
        Usage.newBuilder()
            .setProposalId(proposal.getProposalId())
            .setWindowStart(end.minus(Duration.ofDays(30)))
            .setWindowEnd(end)
            .setRequests(requests)
            .setInputTokens(input)
            .setCachedInputTokens(cached)
            .setOutputTokens(
                Math.round(requests * workload.getOutputTokens() * dice.between(0.6, 1.6)))
            .setSource("synthetic, seed " + seed)
            .build());
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

  /** Now and then somebody names a cheaper one that would do the job as it is. */
  private List<String> alternatives(Dice dice, String baseline) {
    Set<String> alternatives = new LinkedHashSet<>();
    int wanted = dice.chance(0.6) ? 0 : dice.between(1, 2);
    for (int i = 0; i < wanted; i++) {
      alternatives.add(catalogue.modelId(dice.between(0, catalogue.size() - 1)));
    }
    alternatives.remove(baseline);
    return List.copyOf(alternatives);
  }

  private static Costs costs(Dice dice) {
    return Costs.newBuilder()
        .setDataPreparation(dice.chance(0.7) ? (double) dice.magnitude(2.5, 4.3) : 0)
        .setEngineering(dice.chance(0.8) ? (double) dice.magnitude(3, 4.6) : 0)
        .setEvaluation(dice.chance(0.5) ? (double) dice.magnitude(2.3, 3.7) : 0)
        .setTrainingRuns(dice.chance(0.5) ? 1 : dice.between(2, 5))
        .setOverrun(dice.chance(0.6) ? 0 : dice.between(1, 6) / 10.0)
        .setPerExample(dice.chance(0.5) ? 0 : dice.between(1, 40) / 4.0)
        .setRetrainEveryMonths(dice.chance(0.4) ? (double) dice.oneOf(List.of(3, 6, 12)) : null)
        .build();
  }
}
