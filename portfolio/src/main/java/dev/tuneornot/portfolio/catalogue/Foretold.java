package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.portfolio.prices.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For which prices the app is going to ask a person, and why. */
final class Foretold {

  private Foretold() {}

  static List<Finding> of(List<PriceFinding> found, String modelId) {
    if (found.isEmpty()) {
      return List.of();
    }
    String why = found.stream().map(Foretold::words).collect(Collectors.joining("; "));
    return List.of(
        new Finding(Finding.Kind.HELD_FOR_REVIEW, modelId, "will be held for review: " + why));
  }

  private static String words(PriceFinding finding) {
    String change =
        "%s %s %s -> %s"
            .formatted(
                finding.getId(),
                finding.getField(),
                text(finding.getBefore()),
                text(finding.getAfter()));
    return finding.getBound() == null ? change : change + " (bound " + finding.getBound() + ")";
  }

  private static String text(@Nullable String value) {
    return value == null ? "unknown" : value;
  }
}
