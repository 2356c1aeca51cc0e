package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Need;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks of the needs of a proposal. */
final class Needs {

  private static final String FIELD = "needs";

  private Needs() {}

  static boolean check(Report report, List<Need> needs) {
    return isValid(needs) || reported(report, needs);
  }

  // There are so few needs that the pairs end early, with a duplicate at the latest.
  private static boolean isValid(List<Need> needs) {
    for (int i = 0; i < needs.size(); i++) {
      Need need = needs.get(i);
      if (need == null || need == Need.OTHER) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (need == needs.get(j)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean reported(Report report, List<Need> needs) {
    Set<Need> seen = EnumSet.noneOf(Need.class);
    for (int i = 0; i < needs.size(); i++) {
      Need need = needs.get(i);
      if (need == null) {
        report.violation("", report.element(FIELD, i), null, Violation.REQUIRED);
      } else if (need == Need.OTHER) {
        report.violation("", report.element(FIELD, i), need, Symbols.KNOWN);
      } else if (!seen.add(need)) {
        report.violation("", report.element(FIELD, i), need, ModelIds.ONCE);
      }
    }
    return false;
  }
}
