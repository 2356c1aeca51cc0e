package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.PriceChange;
import java.io.IOException;
import java.util.List;

/** The report in its order: what was skipped, what differs, what is odd. */
final class Report {

  private Report() {}

  static void write(Plan plan, List<Reading> readings, boolean all, RowWriter<ReportRow> rows)
      throws IOException {
    if (all) {
      for (Reading reading : readings) {
        for (Reading.Skipped skipped : reading.skipped()) {
          rows.write(ReportRow.of(skipped));
        }
      }
    }
    for (PriceChange.Kind kind : PriceChange.Kind.values()) {
      if (all || kind != PriceChange.Kind.UNCHANGED) {
        writeChanges(kind, plan, rows);
      }
    }
    for (Finding finding : plan.findings()) {
      rows.write(ReportRow.of(finding));
    }
  }

  private static void writeChanges(PriceChange.Kind kind, Plan plan, RowWriter<ReportRow> rows)
      throws IOException {
    for (PriceChange change : plan.changes()) {
      if (change.kind() == kind) {
        for (ReportRow row : ReportRow.of(change)) {
          rows.write(row);
        }
      }
    }
  }
}
