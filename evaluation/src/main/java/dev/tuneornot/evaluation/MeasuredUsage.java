package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measured beats stated: the effective workload (section 1, U1 to U6). */
final class MeasuredUsage {
  private static final long MOST_REQUESTS = 1_000_000_000_000L;
  private static final int MOST_TOKENS = 100_000_000;

  private MeasuredUsage() {}

  /**
   * @param usage in force, null where none is
   * @param retrievalTokens what retrieval adds to each prompt, tuned or not (Rt of section 5)
   */
  static EffectiveWorkload effective(
      Proposal proposal, @Nullable Usage usage, int retrievalTokens) {
    EffectiveWorkload workload = stated(proposal.getWorkload());
    if (usage == null) {
      return workload;
    }
    workload.setRequestsPerMonth(requestsPerMonth(usage));
    if (usage.getRequests() > 0) {
      if (isTuned(usage, proposal)) {
        putTuned(workload, usage, retrievalTokens);
      } else {
        putUntuned(workload, usage);
      }
    }
    return workload;
  }

  /** U1. */
  static long requestsPerMonth(Usage usage) {
    double windowMs =
        EpochMillis.between(
            usage.getWindowStart().toEpochMilli(), usage.getWindowEnd().toEpochMilli());
    return Math.min(
        MOST_REQUESTS, Math.round(usage.getRequests() / (windowMs / EpochMillis.MONTH)));
  }

  private static EffectiveWorkload stated(Workload workload) {
    EffectiveWorkload effective = new EffectiveWorkload();
    effective.setRequestsPerMonth(workload.getRequestsPerMonth());
    effective.setPromptTokens(workload.getPromptTokens());
    effective.setRemovableTokens(workload.getRemovableTokens());
    effective.setCachedShare(figure(workload.getCachedShare()));
    effective.setCacheWriteShare(figure(workload.getCacheWriteShare()));
    effective.setKeptCachedShare(figure(workload.getKeptCachedShare()));
    effective.setBatchShare(figure(workload.getBatchShare()));
    effective.setOutputTokens(workload.getOutputTokens());
    effective.setTunedOutputTokens(workload.getTunedOutputTokens());
    return effective;
  }

  private static boolean isTuned(Usage usage, Proposal proposal) {
    Boolean tuned = usage.getTuned();
    if (tuned != null) {
      return tuned;
    }
    Instant liveSince = proposal.getLiveSince();
    return proposal.getStage() == Stage.LIVE
        && (liveSince == null || !liveSince.isAfter(usage.getWindowStart()));
  }

  private static void putUntuned(EffectiveWorkload workload, Usage usage) {
    int prompt = tokens(usage.getInputTokens(), usage); // U2
    int removable = Math.min(workload.getRemovableTokens(), prompt);
    workload.setPromptTokens(prompt);
    workload.setRemovableTokens(removable);

    double cached = perRequest(usage.getCachedInputTokens(), usage);
    double cachedShare = removable == 0 ? 0 : Math.min(1, cached / removable); // U3
    workload.setCachedShare(cachedShare);
    double kept = (double) prompt - removable;
    workload.setKeptCachedShare(
        kept == 0 ? 0 : Math.min(1, Math.max(0, cached - removable) / kept));

    double written = perRequest(usage.getCacheWriteTokens(), usage);
    workload.setCacheWriteShare( // U4
        removable == 0 ? 0 : Math.min(1 - cachedShare, written / removable));
    workload.setOutputTokens(tokens(usage.getOutputTokens(), usage)); // U5
  }

  /** U6: the tuned prompt is the shorter one, and holds what is retrieved. */
  private static void putTuned(EffectiveWorkload workload, Usage usage, int retrievalTokens) {
    int removable = workload.getRemovableTokens();
    long kept = Math.max(0, rounded(usage.getInputTokens(), usage) - retrievalTokens);
    int prompt = (int) Math.min(MOST_TOKENS, kept + removable);
    workload.setPromptTokens(prompt);
    double keptTokens = (double) prompt - removable;
    double cached = perRequest(usage.getCachedInputTokens(), usage);
    workload.setKeptCachedShare(keptTokens == 0 ? 0 : Math.min(1, cached / keptTokens));
    int output = tokens(usage.getOutputTokens(), usage);
    if (workload.getTunedOutputTokens() == null) {
      workload.setOutputTokens(output);
    } else {
      workload.setTunedOutputTokens(output);
    }
  }

  private static int tokens(long measured, Usage usage) {
    return (int) Math.min(MOST_TOKENS, rounded(measured, usage));
  }

  private static long rounded(long measured, Usage usage) {
    return Math.round(perRequest(measured, usage));
  }

  /** 0 where there are no requests. */
  static double perRequest(long measured, Usage usage) {
    return usage.getRequests() == 0 ? 0 : (double) measured / usage.getRequests();
  }
}
