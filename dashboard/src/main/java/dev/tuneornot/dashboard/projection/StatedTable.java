package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.model.Proposal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code stated_volumes}: what each proposal says of its volume, measured or not. */
final class StatedTable {
  private static final Table<Proposal> ROWS =
      new Table<>(
          "stated_volumes",
          List.of("proposal_id"),
          List.of(
              column("proposal_id", (to, row) -> to.text(row.getProposalId())),
              column(
                  "requests_per_month",
                  (to, row) -> to.whole(row.getWorkload().getRequestsPerMonth())),
              column("prompt_tokens", (to, row) -> to.whole(row.getWorkload().getPromptTokens())),
              column("output_tokens", (to, row) -> to.whole(row.getWorkload().getOutputTokens())),
              column(
                  "tuned_output_tokens",
                  (to, row) -> to.whole(whole(row.getWorkload().getTunedOutputTokens())))));

  private static @Nullable Long whole(@Nullable Integer value) {
    return value == null ? null : Long.valueOf(value);
  }

  void apply(Connection connection, Dialect dialect, KeyChanges<Proposal> changes)
      throws SQLException {
    ROWS.delete(connection, dialect, changes.deletions());
    ROWS.put(connection, dialect, changes.puts());
  }
}
