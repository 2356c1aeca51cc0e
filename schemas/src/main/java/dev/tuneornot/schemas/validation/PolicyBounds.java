package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Policy;

/** The bounds of a policy (docs/rules.md, section 1); its portfolio has those of a proposal's. */
public final class PolicyBounds extends Bounds<Policy> {

  @Override
  boolean check(Policy policy, Report report) {
    String portfolio = policy.getPortfolio();
    boolean valid = portfolio == null || Texts.name(report, "portfolio", portfolio);
    valid &= Texts.encodable(report, "version", policy.getVersion());
    valid &= examples(report, policy);
    valid &= days(report, "closingSoonDays", policy.getClosingSoonDays());
    valid &= months(report, "maxPaybackMonths", policy.getMaxPaybackMonths());
    valid &= months(report, "horizonMonths", policy.getHorizonMonths());
    double share = policy.getPromptShareForSavings();
    valid &= Numbers.within(report, "", "promptShareForSavings", share, 0.0, 1.0, "0..1");
    valid &= days(report, "stalePriceDays", policy.getStalePriceDays());
    valid &= latency(report, "latencyPerTokenMs", policy.getLatencyPerTokenMs());
    valid &= latency(report, "latencyBaseMs", policy.getLatencyBaseMs());
    return valid;
  }

  private static boolean examples(Report report, Policy policy) {
    int minimum = policy.getMinimumExamples();
    int good = policy.getGoodExamples();
    boolean valid =
        Numbers.within(report, "", "minimumExamples", minimum, 1, Integer.MAX_VALUE, "at least 1");
    valid &= atLeast(report, "goodExamples", good, "minimumExamples", minimum);
    valid &= atLeast(report, "greatExamples", policy.getGreatExamples(), "goodExamples", good);
    return valid;
  }

  private static boolean atLeast(
      Report report, String name, int value, String lowerName, int lower) {
    if (value < 1) {
      report.violation("", name, value, "at least 1, and at least " + lowerName);
      return false;
    }
    if (value >= lower || report.isUnread(lowerName)) {
      return true;
    }
    report.violation("", name, value, "at least " + lowerName + " (" + lower + ")");
    return false;
  }

  private static boolean days(Report report, String name, int days) {
    return Numbers.within(report, "", name, days, 1, 3650, "1..3650");
  }

  private static boolean months(Report report, String name, double months) {
    return Numbers.within(report, "", name, months, 0.01, 1200.0, "0.01..1200");
  }

  private static boolean latency(Report report, String name, double milliseconds) {
    return Numbers.within(report, "", name, milliseconds, 0.0, 1e6, "0..10^6");
  }
}
