package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records to start from: SQL generation on gpt-4o, which gets a GO without any warning. A test
 * changes what it is about and nothing else.
 */
final class Given {
  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
  static final String MODEL = "openai/gpt-4o";
  static final Policy POLICY = Policies.builtin();

  static {
    TrustedClasses.install();
  }

  private Given() {}

  /** The symbols that this version has; the last one is for those of newer ones. */
  static <E extends Enum<E>> E[] known(E[] symbols) {
    return Arrays.copyOf(symbols, symbols.length - 1);
  }

  static Proposal.Builder proposal() {
    return Proposal.newBuilder()
        .setProposalId("sql-generation")
        .setPortfolio("platform")
        .setTitle("SQL generation")
        .setPromptingSufficient(Answer.NO)
        .setRagSufficient(Answer.NO)
        .setNarrowTask(Answer.YES)
        .setFewShotTried(Answer.YES)
        .setStructuredOutputTried(Answer.YES)
        .setTrainingData(data().build())
        .setWorkload(workload().build())
        .setBaselineModel(MODEL)
        .setCandidateModels(List.of(MODEL));
  }

  /** Saves 1000 a month exactly, at the prices of {@link #plainPeriod}, for a cost of this. */
  static Proposal.Builder saving1000AMonth(double upfrontCost) {
    Workload workload =
        Workload.newBuilder()
            .setRequestsPerMonth(1000)
            .setPromptTokens(1_000_000)
            .setRemovableTokens(1_000_000)
            .build();
    return proposal().setWorkload(workload).setCosts(costs().setEngineering(upfrontCost).build());
  }

  /** Input for 1 per MTok, training for nothing. */
  static PricePeriod.Builder plainPeriod() {
    return period().setInputPerMTok(1.0).setTuning(tuning().setTrainingPerMTok(0.0).build());
  }

  static TrainingData.Builder data() {
    return TrainingData.newBuilder()
        .setExamples(1000)
        .setQuality(Answer.YES)
        .setAvgTokensPerExample(500)
        .setEpochs(3);
  }

  static Workload.Builder workload() {
    return Workload.newBuilder()
        .setRequestsPerMonth(100_000)
        .setPromptTokens(2000)
        .setRemovableTokens(1500)
        .setOutputTokens(200);
  }

  static Costs.Builder costs() {
    return Costs.newBuilder();
  }

  static Policy.Builder policy() {
    return Policy.newBuilder();
  }

  static ModelPricing.Builder pricing() {
    return pricing(period().build());
  }

  static ModelPricing.Builder pricing(PricePeriod... periods) {
    return ModelPricing.newBuilder()
        .setModelId(MODEL)
        .setPeriods(List.of(periods))
        .setConfidence(Confidence.OFFICIAL)
        .setObservedAt(NOW);
  }

  static PricePeriod.Builder period() {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(LONG_AGO)
        .setInputPerMTok(2.5)
        .setCachedInputPerMTok(1.25)
        .setOutputPerMTok(10.0)
        .setTuning(tuning().build());
  }

  static Tuning.Builder tuning() {
    return Tuning.newBuilder()
        .setTrainingPerMTok(25.0)
        .setInputPerMTok(3.75)
        .setOutputPerMTok(15.0);
  }

  static PriceBook book(ModelPricing... prices) {
    Map<String, ModelPricing> book = new HashMap<>();
    for (ModelPricing pricing : prices) {
      book.put(pricing.getModelId(), pricing);
    }
    return book::get;
  }

  static Recommendation evaluate(Proposal proposal, ModelPricing... prices) {
    return Evaluator.evaluate(proposal, null, book(prices), POLICY, NOW);
  }

  /** The one candidate of a proposal whose candidate and baseline have the same price. */
  static CandidateEvaluation candidate(Proposal proposal, ModelPricing pricing) {
    return evaluate(proposal, pricing).getCandidates().get(0);
  }

  /** A computed candidate, as far as those look at it who compare candidates. */
  static CandidateEvaluation computed(
      CandidateStatus status, double monthlySavings, double upfrontCost) {
    CandidateEvaluation candidate = candidate(status);
    candidate.setMonthlySavings(monthlySavings);
    candidate.setUpfrontCost(upfrontCost);
    candidate.setNetBenefit(monthlySavings * POLICY.getHorizonMonths() - upfrontCost);
    return candidate;
  }

  static CandidateEvaluation candidate(CandidateStatus status) {
    CandidateEvaluation candidate = new CandidateEvaluation();
    candidate.setModelId(MODEL);
    candidate.setStatus(status);
    return candidate;
  }

  static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
