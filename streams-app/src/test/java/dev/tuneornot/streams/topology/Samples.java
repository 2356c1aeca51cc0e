package dev.tuneornot.streams.topology;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import java.util.List;

/** Records to send. */
final class Samples {
  static final String BASELINE = "openai/gpt-4o";
  static final String CANDIDATE = "openai/gpt-4o-mini";

  private Samples() {}

  /** Fine-tune without warnings: GO where tuning is cheap. */
  static Proposal worthTuning(String id) {
    return worthTuning(id, "default", BASELINE, List.of(CANDIDATE));
  }

  static Proposal worthTuning(
      String id, String portfolio, String baseline, List<String> candidates) {
    return Proposal.newBuilder()
        .setProposalId(id)
        .setPortfolio(portfolio)
        .setPromptingSufficient(Answer.NO)
        .setRagSufficient(Answer.NO)
        .setNarrowTask(Answer.YES)
        .setFewShotTried(Answer.YES)
        .setStructuredOutputTried(Answer.YES)
        .setNeeds(List.of(Need.SPECIFIC_BEHAVIOR))
        .setTrainingData(
            TrainingData.newBuilder()
                .setExamples(1000)
                .setQuality(Answer.YES)
                .setAvgTokensPerExample(500)
                .build())
        .setWorkload(
            Workload.newBuilder()
                .setRequestsPerMonth(100_000)
                .setPromptTokens(2000)
                .setRemovableTokens(1500)
                .setOutputTokens(200)
                .build())
        .setBaselineModel(baseline)
        .setCandidateModels(candidates)
        .build();
  }

  /** A proposal that says nothing of itself. */
  static Proposal undecided(String id, String portfolio) {
    return Proposal.newBuilder().setProposalId(id).setPortfolio(portfolio).build();
  }

  /** A model that is used as it is: 2.50 and 10 USD per MTok. */
  static ModelPricing baseline(String modelId) {
    return pricing(modelId, period(2.5, 10, null));
  }

  /** A model whose tuned variant costs so much per million input tokens. */
  static ModelPricing tunable(String modelId, double tunedInputPerMTok) {
    Tuning tuning =
        Tuning.newBuilder()
            .setTrainingPerMTok(3.0)
            .setInputPerMTok(tunedInputPerMTok)
            .setOutputPerMTok(1.2)
            .build();
    return pricing(modelId, period(0.15, 0.6, tuning));
  }

  static ModelPricing pricing(String modelId, PricePeriod period) {
    return ModelPricing.newBuilder()
        .setModelId(modelId)
        .setPeriods(List.of(period))
        .setSource("test")
        .setConfidence(Confidence.OFFICIAL)
        .build();
  }

  static PricePeriod period(double input, double output, Tuning tuning) {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(Instant.parse("2026-01-01T00:00:00Z"))
        .setInputPerMTok(input)
        .setOutputPerMTok(output)
        .setTuning(tuning)
        .build();
  }

  /** {@link #tunable}, with another price announced. */
  static ModelPricing tunable(String modelId, double now, double later, Instant from) {
    PricePeriod second = tunable(modelId, later).getPeriods().get(0);
    second.setEffectiveFrom(from);
    ModelPricing pricing = tunable(modelId, now);
    pricing.setPeriods(List.of(pricing.getPeriods().get(0), second));
    return pricing;
  }

  static Policy policy(String version, int minimumExamples) {
    return Policy.newBuilder()
        .setVersion(version)
        .setMinimumExamples(minimumExamples)
        .setGoodExamples(Math.max(500, minimumExamples))
        .build();
  }
}
