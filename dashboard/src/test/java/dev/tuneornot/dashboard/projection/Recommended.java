package dev.tuneornot.dashboard.projection;

import dev.tuneornot.model.Approach;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** Recommendations for tests, and their way into a database without Kafka. */
public final class Recommended {
  public static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private Recommended() {}

  public static Recommendation tune(String id, Verdict verdict, double savings) {
    return with(id, Decision.FINE_TUNE, verdict, "openai/gpt-4o", savings);
  }

  public static Recommendation prompt(String id) {
    Recommendation value = with(id, Decision.USE_PROMPTING, Verdict.NOT_APPLICABLE, null, 0);
    value.setLeaf(Leaf.USE_PROMPTING);
    return value;
  }

  private static Recommendation with(
      String id, Decision decision, Verdict verdict, String model, double savings) {
    Recommendation.Builder builder =
        Recommendation.newBuilder()
            .setProposalId(id)
            .setPortfolio("default")
            .setTitle("Title of " + id)
            .setDecision(decision)
            .setLeaf(Leaf.FINE_TUNE)
            .setVerdict(verdict)
            .setDataBand(DataBand.GOOD)
            .setAssessmentLeader(Approach.PROMPTING)
            .setEvaluatedAt(AT)
            .setPolicyVersion("builtin")
            .setRulesVersion("1")
            .setTrigger(Trigger.PROPOSAL)
            .setTriggerKey(id)
            .setVerdictSince(AT);
    if (model != null) {
      builder
          .setBestModel(model)
          .setBestStatus(CandidateStatus.PAYS_BACK)
          .setMonthlySavings(savings)
          .setUpfrontCost(1000.0)
          .setNetBenefit(12 * savings - 1000)
          .setRoi((12 * savings - 1000) / 1000)
          .setPaybackMonths(savings > 0 ? 1000 / savings : null)
          .setCandidates(List.of(candidate(model, savings)));
    }
    return builder.build();
  }

  /** At 1,000 requests a month. */
  private static CandidateEvaluation candidate(String model, double savings) {
    return CandidateEvaluation.newBuilder()
        .setModelId(model)
        .setStatus(CandidateStatus.PAYS_BACK)
        .setBaselineCostPerRequest(1.0)
        .setTunedCostPerRequest(1 - savings / 1000)
        .setSavingsPerRequest(savings / 1000)
        .setTrainingTokens(1_000.0)
        .setTrainingCost(10.0)
        .setUpfrontCost(1000.0)
        .setMonthlyFixedCost(0.0)
        .setMonthlyRetrainingCost(0.0)
        .setMonthlySavings(savings)
        .setPaybackMonths(savings > 0 ? 1000 / savings : null)
        .setHorizonMonths(12.0)
        .setNetBenefit(12 * savings - 1000)
        .setRoi((12 * savings - 1000) / 1000)
        .build();
  }

  /** The last change of a verdict, from another one. */
  public static Recommendation flipped(Recommendation value, Verdict from, Instant at) {
    value.setPreviousVerdict(from);
    value.setVerdictSince(at);
    value.setEvaluatedAt(at);
    return value;
  }

  static RecommendationRow row(Recommendation value) {
    try {
      ByteBuffer avro = Recommendation.getEncoder().encode(value);
      return new RecommendationRow(value, avro);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A batch that has these in it. */
  public static Batch batch(Recommendation... values) {
    Batch batch = new Batch();
    batch
        .writerSchemas()
        .put(
            SchemaNormalization.parsingFingerprint64(Recommendation.getClassSchema()),
            Recommendation.getClassSchema());
    for (Recommendation value : values) {
      batch.recommendations().put(value.getProposalId(), row(value));
    }
    return batch;
  }

  /**
   * A batch with a change.
   *
   * @param from null: it is new
   * @param to null: it is deleted
   */
  public static Batch change(
      long offset, String id, @Nullable Verdict from, @Nullable Verdict to, Instant at) {
    Batch batch = new Batch();
    batch
        .changes()
        .add(
            new Batch.Change(
                0,
                offset,
                RecommendationChange.newBuilder()
                    .setProposalId(id)
                    .setPortfolio("default")
                    .setTitle("Title of " + id)
                    .setChangedAt(at)
                    .setTrigger(Trigger.PRICE)
                    .setTriggerKey("openai/gpt-4o")
                    .setBestModel("openai/gpt-4o")
                    .setBefore(outcome(from))
                    .setAfter(outcome(to))
                    .build()));
    return batch;
  }

  private static @Nullable OutcomeSummary outcome(@Nullable Verdict verdict) {
    double amount = verdict == Verdict.GO ? 100 : 0;
    return verdict == null
        ? null
        : new OutcomeSummary(Decision.FINE_TUNE, verdict, amount, 10 * amount, 2 * amount);
  }

  /** A batch with what was measured of a proposal in the 30 days before. */
  public static Batch measured(String id, long requests, @Nullable Boolean tuned) {
    Batch batch = new Batch();
    batch
        .usage()
        .put(
            id,
            Usage.newBuilder()
                .setProposalId(id)
                .setWindowStart(AT.minus(Duration.ofDays(30)))
                .setWindowEnd(AT)
                .setRequests(requests)
                .setInputTokens(requests * 1_000)
                .setOutputTokens(requests * 100)
                .setTuned(tuned)
                .setSource("gateway")
                .build());
    return batch;
  }

  /** What a proposal states: so many requests a month, of 2,000 and 100 tokens. */
  public static Batch stated(String id, long requests) {
    Batch batch = new Batch();
    batch
        .proposals()
        .put(
            id,
            Proposal.newBuilder()
                .setProposalId(id)
                .setWorkload(
                    Workload.newBuilder()
                        .setRequestsPerMonth(requests)
                        .setPromptTokens(2_000)
                        .setOutputTokens(100)
                        .setTunedOutputTokens(50)
                        .build())
                .build());
    return batch;
  }

  /** A batch that deletes one. */
  public static Batch deletion(String id) {
    Batch batch = new Batch();
    batch.recommendations().delete(id);
    return batch;
  }

  /** A batch with the sums of a portfolio. */
  public static Batch sums(String portfolio) {
    Batch batch = new Batch();
    batch
        .summaries()
        .put(
            portfolio,
            PortfolioSummary.newBuilder()
                .setPortfolio(portfolio)
                .setProposals(1)
                .setByDecision(Map.of())
                .setByVerdict(Map.of())
                .setMonthlySavings(BigDecimal.ZERO.setScale(6))
                .setUpfrontCost(BigDecimal.ZERO.setScale(6))
                .setNetBenefit(BigDecimal.ZERO.setScale(6))
                .setDecisionMonthlyCost(BigDecimal.ZERO.setScale(6))
                .setSwitchSavings(BigDecimal.ZERO.setScale(6))
                .setMonthlySavingsUsd(0)
                .setUpfrontCostUsd(0)
                .setNetBenefitUsd(0)
                .setDecisionMonthlyCostUsd(0)
                .setSwitchSavingsUsd(0)
                .build());
    return batch;
  }

  /** A model whose price changes on a date and that retires on another. */
  static ModelPricing priced(String modelId, Instant change, Instant retiresAt) {
    return ModelPricing.newBuilder()
        .setModelId(modelId)
        .setPeriods(List.of(from(AT.minusSeconds(1)), from(change)))
        .setRetiresAt(retiresAt)
        .build();
  }

  private static PricePeriod from(Instant effectiveFrom) {
    return PricePeriod.newBuilder().setEffectiveFrom(effectiveFrom).setInputPerMTok(1.0).build();
  }
}
