package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.PriceFinding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the judge finds about a price, for a person: {@code JUMP inputPerMTok 2.5 -> 30 (bound 10)}.
 */
public final class FindingWords {
  private static final int MOST = 5;

  private FindingWords() {}

  /** The first five, and how many there are besides. */
  public static String of(List<PriceFinding> findings) {
    String words =
        findings.stream().limit(MOST).map(FindingWords::of).collect(Collectors.joining(", "));
    int more = findings.size() - MOST;
    return more > 0 ? words + " and " + more + " more" : words;
  }

  private static String of(PriceFinding finding) {
    String bound = finding.getBound() == null ? "" : " (bound " + finding.getBound() + ")";
    if (finding.getId() == FindingId.HALF_A_PRICE) {
      return "HALF_A_PRICE " + finding.getField() + " (the other is " + finding.getAfter() + ")";
    }
    boolean hasValues = finding.getBefore() != null || finding.getAfter() != null;
    String values =
        hasValues ? " " + known(finding.getBefore()) + " -> " + known(finding.getAfter()) : "";
    return finding.getId() + " " + finding.getField() + values + bound;
  }

  private static String known(@Nullable String value) {
    return value == null ? "none" : value;
  }
}
