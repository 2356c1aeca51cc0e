package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.projection.Batch.Change;
import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.dashboard.sql.Table.Column;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code recommendation_changes}: a row a record of the topic. Where the record stands there
 * is the row's key, so that one that is read again changes nothing.
 */
final class ChangeTable {
  private static final Table<Change> ROWS =
      new Table<>(
          "recommendation_changes",
          List.of("topic_partition", "topic_offset"),
          List.of(
              column("topic_partition", (to, row) -> to.whole(row.partition())),
              column("topic_offset", (to, row) -> to.whole(row.offset())),
              column("proposal_id", (to, row) -> to.text(row.value().getProposalId())),
              column("portfolio", (to, row) -> to.text(row.value().getPortfolio())),
              column("title", (to, row) -> to.text(row.value().getTitle())),
              column("changed_at", (to, row) -> to.instant(row.value().getChangedAt())),
              column("kind", (to, row) -> to.symbol(row.kind())),
              column("triggered_by", (to, row) -> to.symbol(row.value().getTrigger())),
              column("trigger_key", (to, row) -> to.text(row.value().getTriggerKey())),
              column("best_model", (to, row) -> to.text(row.value().getBestModel())),
              symbol("from_decision", Change::before, OutcomeSummary::getDecision),
              symbol("to_decision", Change::after, OutcomeSummary::getDecision),
              symbol("from_verdict", Change::before, OutcomeSummary::getVerdict),
              symbol("to_verdict", Change::after, OutcomeSummary::getVerdict),
              amount("from_monthly_savings", Change::before, OutcomeSummary::getMonthlySavings),
              amount("to_monthly_savings", Change::after, OutcomeSummary::getMonthlySavings),
              amount("from_upfront_cost", Change::before, OutcomeSummary::getUpfrontCost),
              amount("to_upfront_cost", Change::after, OutcomeSummary::getUpfrontCost),
              amount("from_net_benefit", Change::before, OutcomeSummary::getNetBenefit),
              amount("to_net_benefit", Change::after, OutcomeSummary::getNetBenefit)));

  /** As long as the topic keeps them. */
  static final Duration KEPT =
      Duration.ofMillis(
          Long.parseLong(
              Objects.requireNonNull(
                  TopicSpec.RECOMMENDATION_CHANGES.settings().get("retention.ms"))));

  private static final String EXPIRY = "delete from recommendation_changes where changed_at < ?";

  private static Column<Change> symbol(
      String name,
      Function<Change, @Nullable OutcomeSummary> side,
      Function<OutcomeSummary, Enum<?>> symbol) {
    return column(
        name,
        (to, row) -> {
          OutcomeSummary summary = side.apply(row);
          return to.symbol(summary == null ? null : symbol.apply(summary));
        });
  }

  private static Column<Change> amount(
      String name,
      Function<Change, @Nullable OutcomeSummary> side,
      Function<OutcomeSummary, Double> amount) {
    return column(
        name,
        (to, row) -> {
          OutcomeSummary summary = side.apply(row);
          return to.number(summary == null ? null : amount.apply(summary));
        });
  }

  void apply(Connection connection, Dialect dialect, Collection<Change> changes)
      throws SQLException {
    ROWS.put(connection, dialect, changes);
  }

  /** Deletes what has gone from the topic by time as well. */
  void expire(Connection connection, Dialect dialect, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXPIRY)) {
      new Binder(statement, dialect).instant(now.minus(KEPT));
      statement.executeUpdate();
    }
  }
}
