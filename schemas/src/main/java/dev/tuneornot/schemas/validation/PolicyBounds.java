package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Policy;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bounds of a policy (docs/rules.md, section 1); its portfolio has those of a proposal's. */
public final class PolicyBounds extends Bounds<Policy> {
  /** The portfolio of the policy for every one without its own. */
  public static final String EVERY_PORTFOLIO = "*";

  private static final String DISCOUNTS = "discounts";
  private static final int MOST_DISCOUNTS = 100;

  @Override
  boolean check(Policy policy, Report report) {
    String portfolio = policy.getPortfolio();
    boolean valid = portfolio == null || Texts.name(report, "portfolio", portfolio);
    valid &= Texts.encodable(report, "version", policy.getVersion());
    valid &= examples(report, policy);
    valid &= days(report, "closingSoonDays", policy.getClosingSoonDays());
    valid &= months(report, "maxPaybackMonths", policy.getMaxPaybackMonths());
    valid &= months(report, "horizonMonths", policy.getHorizonMonths());
    double promptShare = policy.getPromptShareForSavings();
    valid &= Numbers.share(report, "", "promptShareForSavings", promptShare);
    valid &= days(report, "stalePriceDays", policy.getStalePriceDays());
    double tolerance = policy.getUsageTolerance();
    valid &= Numbers.within(report, "", "usageTolerance", tolerance, 0.0, 1.0, "0..1");
    valid &= Numbers.share(report, "", "switchShare", policy.getSwitchShare());
    valid &= discounts(report, policy.getDiscounts());
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

  private static boolean discounts(Report report, @Nullable Map<String, Double> discounts) {
    if (discounts == null) {
      report.violation("", DISCOUNTS, null, Violation.REQUIRED);
      return false;
    }
    // Without an iterator: nearly all policies have none.
    return discounts.isEmpty() || givenDiscounts(report, discounts);
  }

  private static boolean givenDiscounts(Report report, Map<String, Double> discounts) {
    boolean valid = true;
    if (discounts.size() > MOST_DISCOUNTS) {
      String bound = "at most " + MOST_DISCOUNTS + " discounts";
      report.violation("", DISCOUNTS, discounts.size() + " discounts", bound);
      valid = false;
    }
    for (Map.Entry<String, Double> discount : new TreeMap<>(discounts).entrySet()) {
      String provider = discount.getKey();
      Double share = discount.getValue();
      if (!Texts.isProvider(provider)) {
        report.violation("", DISCOUNTS, provider, "each under " + Texts.PROVIDER);
        valid = false;
      } else if (share == null) {
        report.violation(DISCOUNTS, provider, null, Violation.REQUIRED);
        valid = false;
      } else {
        valid &= Numbers.share(report, DISCOUNTS, provider, share);
      }
    }
    return valid;
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
