package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Instant;
import java.util.List;

/** SQL generation on gpt-4o, which gets a GO without any warning. */
final class Examples {
  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  static final String MODEL = "openai/gpt-4o";

  static {
    TrustedClasses.install();
  }

  private Examples() {}

  static Proposal.Builder proposal() {
    return Proposal.newBuilder()
        .setProposalId("p-1")
        .setPortfolio("sales")
        .setTitle("SQL generation")
        .setPromptingSufficient(Answer.NO)
        .setRagSufficient(Answer.NO)
        .setNarrowTask(Answer.YES)
        .setFewShotTried(Answer.YES)
        .setNeeds(List.of(Need.SPECIFIC_BEHAVIOR))
        .setTrainingData(
            TrainingData.newBuilder()
                .setExamples(1000)
                .setAvgTokensPerExample(500)
                .setQuality(Answer.YES)
                .build())
        .setWorkload(
            Workload.newBuilder()
                .setRequestsPerMonth(100_000)
                .setPromptTokens(2000)
                .setRemovableTokens(1500)
                .setOutputTokens(200)
                .build())
        .setBaselineModel(MODEL)
        .setCandidateModels(List.of(MODEL));
  }

  static ModelPricing gpt4o() {
    return ModelPricing.newBuilder()
        .setModelId(MODEL)
        .setPeriods(
            List.of(
                PricePeriod.newBuilder()
                    .setEffectiveFrom(Instant.parse("2024-01-01T00:00:00Z"))
                    .setInputPerMTok(2.5)
                    .setOutputPerMTok(10.0)
                    .setTuning(
                        Tuning.newBuilder()
                            .setTrainingPerMTok(25.0)
                            .setInputPerMTok(3.75)
                            .setOutputPerMTok(15.0)
                            .build())
                    .build()))
        .setObservedAt(Instant.parse("2026-11-01T00:00:00Z"))
        .setConfidence(Confidence.OFFICIAL)
        .build();
  }

  static Recommendation recommendation(Proposal.Builder proposal) {
    ModelPricing prices = gpt4o();
    return Evaluator.evaluate(
        proposal.build(), null, id -> id.equals(MODEL) ? prices : null, Policies.builtin(), NOW);
  }
}
