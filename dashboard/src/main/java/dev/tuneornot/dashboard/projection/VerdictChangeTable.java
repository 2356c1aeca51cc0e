package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.projection.Batch.VerdictChange;
import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.model.Recommendation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code verdict_changes}: a row each time that a verdict came in the place of another. The
 * first recommendation with the new verdict makes the row; later ones repeat it and change nothing.
 */
final class VerdictChangeTable {
  private static final String INSERT =
      "insert into verdict_changes (proposal_id, changed_at, title, portfolio, from_verdict,"
          + " to_verdict, triggered_by, trigger_key, monthly_savings, previous_monthly_savings)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (proposal_id, changed_at) do nothing";

  /**
   * @param known the rows that were there before
   */
  void apply(
      Connection connection,
      Dialect dialect,
      Collection<VerdictChange> changed,
      KeyChanges<KnownRows.Row> known)
      throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      Binder binder = new Binder(statement, dialect);
      for (VerdictChange change : changed) {
        Recommendation value = change.value();
        binder.text(value.getProposalId()).instant(value.getVerdictSince()).text(value.getTitle());
        binder.text(value.getPortfolio()).symbol(value.getPreviousVerdict());
        binder.symbol(value.getVerdict()).symbol(value.getTrigger()).text(value.getTriggerKey());
        binder.number(value.getMonthlySavings()).number(previousSavings(change, known)).addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Of the recommendation just before, where it is the one with the verdict before. */
  private static @Nullable Double previousSavings(
      VerdictChange change, KeyChanges<KnownRows.Row> known) {
    String from = String.valueOf(change.value().getPreviousVerdict());
    if (change.before() != null) {
      return from.equals(change.before().getVerdict().name())
          ? change.before().getMonthlySavings()
          : null;
    }
    KnownRows.Row row = known.lastPut(change.value().getProposalId());
    return row != null && from.equals(row.verdict()) ? row.monthlySavings() : null;
  }
}
