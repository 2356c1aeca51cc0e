package dev.tuneornot.schemas;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records within their bounds, for tests to spoil. */
public final class Samples {

  static {
    TrustedClasses.install();
  }

  private Samples() {}

  public static Proposal proposal() {
    Proposal proposal = Proposal.newBuilder().setProposalId("p-1").build();
    proposal.getWorkload().setPromptTokens(2000);
    proposal.getWorkload().setRemovableTokens(1500);
    proposal.setBaselineModel("openai/gpt-4o");
    proposal.setAlternativeModels(List.of("openai/gpt-4o-mini", "mistral/small"));
    proposal.setRetrieval(new Retrieval(800, 1e-4, 50.0, 2000.0));
    proposal.setCandidateModels(List.of("openai/gpt-4o", "together-ai/meta/llama"));
    return proposal;
  }

  public static Policy policy() {
    return Policy.newBuilder().setPortfolio("support").build();
  }

  public static Usage usage() {
    return Usage.newBuilder()
        .setProposalId("p-1")
        .setWindowStart(Instant.parse("2026-10-01T00:00:00Z"))
        .setWindowEnd(Instant.parse("2026-11-01T00:00:00Z"))
        .setRequests(1_000_000)
        .setInputTokens(2_100_000_000)
        .setCachedInputTokens(500_000_000)
        .setCacheWriteTokens(100_000_000)
        .setOutputTokens(200_000_000)
        .setSource("gateway")
        .build();
  }

  public static ModelPricing pricing() {
    return new ModelPricing(
        "openai/gpt-4o",
        new ArrayList<>(List.of(period("2025-01-01T00:00:00Z"), period("2026-01-01T00:00:00Z"))),
        Instant.parse("2027-01-01T00:00:00Z"),
        Instant.parse("2028-01-01T00:00:00Z"),
        Instant.parse("2029-01-01T00:00:00Z"),
        "openai/gpt-5",
        1.25,
        "price page",
        Instant.parse("2026-11-22T00:00:00Z"),
        Confidence.OFFICIAL);
  }

  public static PricePeriod period(String effectiveFrom) {
    Tuning tuning = new Tuning(25.0, null, 0.0, 3.75, 1.875, 15.0, 1.875, 7.5, 0.0, 0.0, 4);
    Tier tier = new Tier(200_000, 5.0, 2.5, 6.25, 20.0);
    return new PricePeriod(
        Instant.parse(effectiveFrom),
        2.5,
        1.25,
        3.125,
        10.0,
        1.25,
        5.0,
        new ArrayList<>(List.of(tier)),
        tuning);
  }
}
