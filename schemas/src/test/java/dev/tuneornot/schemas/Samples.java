package dev.tuneornot.schemas;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tuning;
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
    proposal.setCandidateModels(List.of("openai/gpt-4o", "together-ai/meta/llama"));
    return proposal;
  }

  public static Policy policy() {
    return Policy.newBuilder().setPortfolio("support").build();
  }

  public static ModelPricing pricing() {
    return new ModelPricing(
        "openai/gpt-4o",
        new ArrayList<>(List.of(period("2025-01-01T00:00:00Z"), period("2026-01-01T00:00:00Z"))),
        Instant.parse("2027-01-01T00:00:00Z"),
        Instant.parse("2028-01-01T00:00:00Z"),
        "price page",
        Instant.parse("2026-11-22T00:00:00Z"),
        Confidence.OFFICIAL);
  }

  public static PricePeriod period(String effectiveFrom) {
    Tuning tuning = new Tuning(25.0, null, 0.0, 3.75, 1.875, 15.0, 0.0, 0.0);
    return new PricePeriod(Instant.parse(effectiveFrom), 2.5, 1.25, 10.0, tuning);
  }
}
