package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.util.List;

/** From the records of an export to rows, by what a source makes of one of them. */
final class RowsOf implements ExportFile.Records {

  /** What a source makes of a record. Rows that come of invalid fields are left out. */
  @FunctionalInterface
  interface Mapping {
    void read(ExportRecord record, RowReader fields, UsageRows rows);
  }

  private final UsageRows rows;
  private final Mapping mapping;

  RowsOf(UsageRows rows, Mapping mapping) {
    this.rows = rows;
    this.mapping = mapping;
  }

  @Override
  public void accept(ExportRecord record) {
    RowReader fields = new RowReader(record);
    mapping.read(record, fields, new Checked(fields));
    if (!fields.isValid()) {
      rows.refused(record.line(), fields.violations());
    }
  }

  @Override
  public void refused(long line, Violation violation) {
    rows.refused(line, List.of(violation));
  }

  /** Hands on what is made of valid fields. */
  private final class Checked implements UsageRows {

    private final RowReader fields;

    Checked(RowReader fields) {
      this.fields = fields;
    }

    @Override
    public void accept(UsageRow row) {
      if (fields.isValid()) {
        rows.accept(row);
      }
    }

    @Override
    public void skipped(Skipped reason) {
      rows.skipped(reason);
    }

    @Override
    public void refused(long line, List<Violation> violations) {
      rows.refused(line, violations);
    }
  }
}
