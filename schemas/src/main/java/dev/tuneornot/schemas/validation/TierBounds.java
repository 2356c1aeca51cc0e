package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a price period's tiers. */
final class TierBounds {
  private static final int MOST = 8;

  private static final String TIERS = "tiers";
  private static final int HIGHEST_THRESHOLD = 100_000_000;

  private TierBounds() {}

  /**
   * @param period path of the period that has them
   */
  static boolean check(Report report, String period, @Nullable List<Tier> tiers) {
    if (tiers == null) {
      report.violation(period, TIERS, null, Violation.REQUIRED);
      return false;
    }
    boolean valid = true;
    if (tiers.size() > MOST) {
      report.violation(period, TIERS, tiers.size() + " tiers", "at most " + MOST + " tiers");
      valid = false;
    }
    Tier previous = null;
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      String path = report.element(report.child(period, TIERS), i);
      if (tier == null) {
        report.violation("", path, null, Violation.REQUIRED);
        valid = false;
        continue;
      }
      valid &=
          tier(report, path, tier) && (previous == null || higher(report, path, tier, previous));
      previous = tier;
    }
    return valid;
  }

  private static boolean higher(Report report, String path, Tier tier, Tier previous) {
    if (tier.getAbovePromptTokens() > previous.getAbovePromptTokens()) {
      return true;
    }
    report.violation(
        path,
        "abovePromptTokens",
        tier.getAbovePromptTokens(),
        "more than that of the tier before (" + previous.getAbovePromptTokens() + ")");
    return false;
  }

  private static boolean tier(Report report, String path, Tier tier) {
    boolean valid =
        Numbers.within(
            report,
            path,
            "abovePromptTokens",
            tier.getAbovePromptTokens(),
            1,
            HIGHEST_THRESHOLD,
            "1..10^8");
    valid &= Numbers.priceIfKnown(report, path, "inputPerMTok", tier.getInputPerMTok());
    valid &= Numbers.priceIfKnown(report, path, "cachedInputPerMTok", tier.getCachedInputPerMTok());
    valid &= Numbers.priceIfKnown(report, path, "cacheWritePerMTok", tier.getCacheWritePerMTok());
    valid &= Numbers.priceIfKnown(report, path, "outputPerMTok", tier.getOutputPerMTok());
    return valid;
  }
}
