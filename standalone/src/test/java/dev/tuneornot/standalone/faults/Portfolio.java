package dev.tuneornot.standalone.faults;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seeded proposals of every decision and verdict, and the prices of their models. Nine in ten have
 * one model as their baseline; one in twenty depends on it and has no candidates, so that its
 * outcome is the same whatever that model costs.
 */
final class Portfolio {
  static final String BASELINE = "acme/model-0";
  private static final int PORTFOLIOS = 40;
  private static final List<Answer> ANSWERS = List.of(Answer.YES, Answer.NO, Answer.UNKNOWN);
  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  /** So far away that nothing flips while a test runs; E13 to E16 shrink with it all the same. */
  private static final Instant RETIREMENT = Instant.parse("2036-01-01T00:00:00Z");

  private final Random random;
  private final Map<String, Proposal> proposals = new LinkedHashMap<>();
  private final Map<String, ModelPricing> prices = new LinkedHashMap<>();

  /**
   * @param models at least 5
   */
  Portfolio(long seed, int size, int models) {
    random = new Random(seed);
    for (int i = 0; i < models; i++) {
      ModelPricing pricing = pricing("acme/model-" + i, 1 + random.nextInt(400) / 100.0);
      prices.put(pricing.getModelId(), pricing);
    }
    for (int i = 0; i < size; i++) {
      Proposal proposal = proposal(String.format("p-%07d", i), models);
      proposals.put(proposal.getProposalId(), proposal);
    }
  }

  /** By id. */
  Map<String, Proposal> proposals() {
    return proposals;
  }

  /** By model. */
  Map<String, ModelPricing> prices() {
    return prices;
  }

  static ModelPricing pricing(String modelId, double inputPerMTok) {
    Tuning tuning =
        Tuning.newBuilder()
            .setTrainingPerMTok(8 * inputPerMTok)
            .setInputPerMTok(inputPerMTok / 2)
            .setOutputPerMTok(2 * inputPerMTok)
            .build();
    PricePeriod period =
        PricePeriod.newBuilder()
            .setEffectiveFrom(SINCE)
            .setInputPerMTok(inputPerMTok)
            .setCachedInputPerMTok(inputPerMTok / 4)
            .setOutputPerMTok(4 * inputPerMTok)
            .setTuning(tuning)
            .build();
    return ModelPricing.newBuilder()
        .setModelId(modelId)
        .setPeriods(List.of(period))
        .setRetiresAt(RETIREMENT)
        .setSource("test")
        .setConfidence(Confidence.OFFICIAL)
        .build();
  }

  private Proposal proposal(String id, int models) {
    int promptTokens = 200 + random.nextInt(4_000);
    return Proposal.newBuilder()
        .setProposalId(id)
        .setPortfolio("team-" + random.nextInt(PORTFOLIOS))
        .setTitle("Proposal " + id)
        .setPromptingSufficient(mostly(Answer.NO))
        .setRagSufficient(mostly(Answer.NO))
        .setNarrowTask(mostly(Answer.YES))
        .setFewShotTried(mostly(Answer.YES))
        .setStructuredOutputTried(mostly(Answer.YES))
        .setNeeds(needs())
        .setTrainingData(
            TrainingData.newBuilder()
                .setExamples(20 + random.nextInt(8_000))
                .setQuality(mostly(Answer.YES))
                .setAvgTokensPerExample(100 + random.nextInt(900))
                .build())
        .setWorkload(
            Workload.newBuilder()
                .setRequestsPerMonth((long) Math.exp(random.nextInt(160) / 10.0))
                .setPromptTokens(promptTokens)
                .setRemovableTokens(random.nextInt(promptTokens))
                .setCachedShare(random.nextInt(10) / 10.0)
                .setOutputTokens(50 + random.nextInt(500))
                .build())
        .setCosts(Costs.newBuilder().setEngineering(random.nextInt(5_000)).build())
        .setBaselineModel(random.nextInt(10) > 0 ? BASELINE : model(models))
        .setCandidateModels(candidates(models))
        .build();
  }

  /** What was measured of a proposal: anything between nothing and four times what is stated. */
  Usage usage(Proposal proposal) {
    long requests = (long) (proposal.getWorkload().getRequestsPerMonth() * 4 * random.nextDouble());
    long prompt = random.nextInt(4_000);
    return Usage.newBuilder()
        .setProposalId(proposal.getProposalId())
        .setWindowStart(SINCE)
        .setWindowEnd(SINCE.plus(Duration.ofDays(1 + random.nextInt(60))))
        .setRequests(requests)
        .setInputTokens(requests * prompt)
        .setCachedInputTokens(requests * random.nextInt(1 + (int) prompt))
        .setOutputTokens(requests * random.nextInt(500))
        .setTuned(random.nextInt(4) == 0)
        .setSource("measurement " + random.nextInt(1000))
        .build();
  }

  /** The same again, with so many times the requests and tokens. */
  static Usage times(double factor, Usage usage) {
    return Usage.newBuilder(usage)
        .setRequests((long) (factor * usage.getRequests()))
        .setInputTokens((long) (factor * usage.getInputTokens()))
        .setCachedInputTokens((long) (factor * usage.getCachedInputTokens()))
        .setOutputTokens((long) (factor * usage.getOutputTokens()))
        .build();
  }

  private Answer mostly(Answer usual) {
    return random.nextInt(10) > 0 ? usual : ANSWERS.get(random.nextInt(ANSWERS.size()));
  }

  private List<Need> needs() {
    return Arrays.stream(Need.values())
        .filter(need -> need != Need.OTHER)
        .filter(unused -> random.nextInt(4) == 0)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> candidates(int models) {
    int wanted = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
    return IntStream.range(0, wanted)
        .mapToObj(unused -> model(models))
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String model(int models) {
    return "acme/model-" + random.nextInt(models);
  }
}
