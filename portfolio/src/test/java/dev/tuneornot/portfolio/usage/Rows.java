package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.util.ArrayList;
import java.util.List;

/** Keeps rows and refusals, and adds up. */
final class Rows implements UsageRows {

  final UsageSums sums;
  final List<UsageRow> all = new ArrayList<>();
  final List<String> refused = new ArrayList<>();

  Rows(UsageSums sums) {
    this.sums = sums;
  }

  @Override
  public void accept(UsageRow row) {
    all.add(row);
    sums.add(row);
  }

  @Override
  public void skipped(Skipped reason) {
    sums.skip(reason);
  }

  @Override
  public void refused(long line, List<Violation> violations) {
    violations.forEach(violation -> refused.add(line + ": " + violation));
  }
}
