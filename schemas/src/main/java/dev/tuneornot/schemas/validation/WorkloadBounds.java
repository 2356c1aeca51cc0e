package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Workload;

/** The bounds of a proposal's workload. */
final class WorkloadBounds {
  private static final String PARENT = "workload";
  private static final int MOST_TOKENS = 100_000_000;
  private static final String TOKENS = "0..10^8";
  private static final long MOST_REQUESTS = 1_000_000_000_000L;

  private WorkloadBounds() {}

  static boolean check(Report report, Workload workload) {
    boolean valid = requests(report, workload);
    valid &= tokens(report, PARENT, "promptTokens", workload.getPromptTokens());
    valid &= removableTokens(report, workload);
    valid &= shares(report, workload);
    valid &= tokens(report, PARENT, "fewShotTokens", workload.getFewShotTokens());
    valid &= tokens(report, PARENT, "outputTokens", workload.getOutputTokens());
    Integer tuned = workload.getTunedOutputTokens();
    valid &= tuned == null || tokens(report, PARENT, "tunedOutputTokens", tuned);
    return valid;
  }

  static boolean tokens(Report report, String parent, String name, int tokens) {
    return Numbers.within(report, parent, name, tokens, 0, MOST_TOKENS, TOKENS);
  }

  private static boolean requests(Report report, Workload workload) {
    long likely = workload.getRequestsPerMonth();
    String name = "requestsPerMonth";
    boolean valid = Numbers.within(report, PARENT, name, likely, 0, MOST_REQUESTS, "0..10^12");
    boolean unknownLimit = !valid || report.isUnread("workload.requestsPerMonth");
    Long low = workload.getRequestsPerMonthLow();
    if (low != null) {
      long most = unknownLimit ? MOST_REQUESTS : likely;
      String bound = "0..requestsPerMonth" + (unknownLimit ? "" : " (" + likely + ")");
      valid &= within(report, "requestsPerMonthLow", low, 0, most, bound);
    }
    Long high = workload.getRequestsPerMonthHigh();
    if (high != null) {
      long least = unknownLimit ? 0 : likely;
      String bound = "requestsPerMonth" + (unknownLimit ? "" : " (" + likely + ")") + "..10^12";
      valid &= within(report, "requestsPerMonthHigh", high, least, MOST_REQUESTS, bound);
    }
    return valid;
  }

  private static boolean within(
      Report report, String name, long value, long min, long max, String bound) {
    return Numbers.within(report, PARENT, name, value, min, max, bound);
  }

  private static boolean removableTokens(Report report, Workload workload) {
    int removable = workload.getRemovableTokens();
    int prompt = workload.getPromptTokens();
    boolean unknownLimit = report.isUnread("workload.promptTokens");
    if (removable >= 0 && (removable <= prompt || unknownLimit)) {
      return true;
    }
    String bound = unknownLimit ? "0..promptTokens" : "0..promptTokens (" + prompt + ")";
    report.violation(PARENT, "removableTokens", removable, bound);
    return false;
  }

  private static boolean shares(Report report, Workload workload) {
    double read = workload.getCachedShare();
    double written = workload.getCacheWriteShare();
    boolean sharesValid = Numbers.share(report, PARENT, "cachedShare", read);
    sharesValid &= Numbers.share(report, PARENT, "cacheWriteShare", written);
    boolean valid = sharesValid;
    if (sharesValid && read + written > 1 && !report.isUnread("workload.cachedShare")) {
      report.violation(
          PARENT, "cacheWriteShare", written, "at most 1 - cachedShare (" + read + ")");
      valid = false;
    }
    valid &= Numbers.share(report, PARENT, "keptCachedShare", workload.getKeptCachedShare());
    valid &= Numbers.share(report, PARENT, "batchShare", workload.getBatchShare());
    return valid;
  }
}
