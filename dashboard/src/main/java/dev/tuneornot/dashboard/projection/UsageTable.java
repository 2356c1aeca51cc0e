package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.model.Usage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code measured_usage}: what was measured last of each proposal. */
final class UsageTable {
  private static final Table<Usage> ROWS =
      new Table<>(
          "measured_usage",
          List.of("proposal_id"),
          List.of(
              column("proposal_id", (to, row) -> to.text(row.getProposalId())),
              column("window_start", (to, row) -> to.instant(row.getWindowStart())),
              column("window_end", (to, row) -> to.instant(row.getWindowEnd())),
              column("requests", (to, row) -> to.whole(row.getRequests())),
              column("input_tokens", (to, row) -> to.whole(row.getInputTokens())),
              column("cached_input_tokens", (to, row) -> to.whole(row.getCachedInputTokens())),
              column("cache_write_tokens", (to, row) -> to.whole(row.getCacheWriteTokens())),
              column("output_tokens", (to, row) -> to.whole(row.getOutputTokens())),
              column("tuned", (to, row) -> to.whole(truth(row.getTuned()))),
              column("source", (to, row) -> to.text(row.getSource()))));

  private static @Nullable Long truth(@Nullable Boolean value) {
    return value == null ? null : Long.valueOf(value ? 1 : 0);
  }

  void apply(Connection connection, Dialect dialect, KeyChanges<Usage> changes)
      throws SQLException {
    ROWS.delete(connection, dialect, changes.deletions());
    ROWS.put(connection, dialect, changes.puts());
  }
}
