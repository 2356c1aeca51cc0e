package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.VerdictTransition;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tables {@code price_impacts} and {@code price_impact_transitions}. */
final class ImpactTable {
  private static final Documents<PriceImpact> DOCUMENTS =
      new Documents<>(PriceImpact.getClassSchema());

  private static final Table<PriceImpact> IMPACTS =
      new Table<>(
          "price_impacts",
          List.of("change_id"),
          List.of(
              column("change_id", (to, row) -> to.text(row.getChangeId())),
              column("kind", (to, row) -> to.symbol(row.getKind())),
              column("changed_key", (to, row) -> to.text(row.getKey())),
              column("state", (to, row) -> to.symbol(row.getState())),
              column("dependants", (to, row) -> to.whole(row.getDependants())),
              column("rescored", (to, row) -> to.whole(row.getRescored())),
              column(
                  "monthly_savings_change", (to, row) -> to.amount(row.getMonthlySavingsChange())),
              column("started_at", (to, row) -> to.instant(row.getStartedAt())),
              column("completed_at", (to, row) -> to.instant(row.getCompletedAt())),
              column("document", (to, row) -> to.text(DOCUMENTS.text(row)))));

  private static final Table<Transition> TRANSITIONS =
      new Table<>(
          "price_impact_transitions",
          List.of("change_id", "from_verdict", "to_verdict"),
          List.of(
              column("change_id", (to, row) -> to.text(row.changeId())),
              column("from_verdict", (to, row) -> to.symbol(row.verdicts().getFrom())),
              column("to_verdict", (to, row) -> to.symbol(row.verdicts().getTo())),
              column("proposals", (to, row) -> to.whole(row.verdicts().getProposals()))));

  /** As long as the topic keeps them. */
  static final Duration KEPT =
      Duration.ofMillis(
          Long.parseLong(
              Objects.requireNonNull(TopicSpec.PRICE_IMPACTS.settings().get("retention.ms"))));

  private static final List<String> EXPIRY =
      List.of(
          "delete from price_impact_transitions where change_id in"
              + " (select change_id from price_impacts where started_at < ?)",
          "delete from price_impacts where started_at < ?");

  private record Transition(String changeId, VerdictTransition verdicts) {}

  void apply(Connection connection, Dialect dialect, KeyChanges<PriceImpact> changes)
      throws SQLException {
    List<Transition> transitions = new ArrayList<>();
    for (PriceImpact impact : changes.puts()) {
      impact
          .getTransitions()
          .forEach(verdicts -> transitions.add(new Transition(impact.getChangeId(), verdicts)));
    }
    TRANSITIONS.delete(connection, dialect, changes.putKeys());
    TRANSITIONS.delete(connection, dialect, changes.deletions());
    TRANSITIONS.put(connection, dialect, transitions);
    IMPACTS.delete(connection, dialect, changes.deletions());
    IMPACTS.put(connection, dialect, changes.puts());
  }

  /** Deletes what has gone from the topic by time as well; a compacted topic says so of no key. */
  void expire(Connection connection, Dialect dialect, Instant now) throws SQLException {
    for (String delete : EXPIRY) {
      try (PreparedStatement statement = connection.prepareStatement(delete)) {
        new Binder(statement, dialect).instant(now.minus(KEPT));
        statement.executeUpdate();
      }
    }
  }
}
