package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;

/** Says where a sheet of a person's is read that was given as a file of records. */
final class SheetHint {

  private boolean looksLikeSheet;

  /** Looks at what is refused: a spreadsheet, other separators, other names of columns. */
  void look(Entry.Refused<Proposal> refused) {
    if (refused.line() != 1 || refused.id() != null) {
      return;
    }
    for (Violation violation : refused.violations()) {
      looksLikeSheet |=
          violation.bound().equals(Violation.UNKNOWN_FIELD)
              || violation.bound().startsWith("CSV with commas")
              || violation.bound().contains("a spreadsheet");
    }
  }

  /** Says so; nothing where it looked like none. */
  void say(Surroundings surroundings) {
    if (looksLikeSheet) {
      surroundings.say(
          "a sheet with headings of its own is read by: tune-or-not proposals import FILE");
    }
  }
}
