package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.query.Item.Field;
import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What flipped, the newest first. */
public final class VerdictChanges {
  /** The fields of a change. */
  public static final List<Field> FIELDS =
      List.of(
          Field.text("proposalId", "proposal_id"),
          Field.text("title", "title"),
          Field.text("portfolio", "portfolio"),
          Field.text("from", "from_verdict"),
          Field.text("to", "to_verdict"),
          Field.instant("at", "changed_at"),
          Field.text("trigger", "triggered_by"),
          Field.text("triggerKey", "trigger_key"),
          Field.number("monthlySavings", "monthly_savings"),
          Field.number("previousMonthlySavings", "previous_monthly_savings"));

  private static final int COUNTED = 10_000;

  private final Database database;

  public VerdictChanges(Database database) {
    this.database = database;
  }

  /**
   * The changes from an instant on.
   *
   * @param portfolios empty: all
   */
  public Page since(Instant since, List<String> portfolios, int limit, int offset)
      throws SQLException {
    Condition condition = new Condition("changed_at >= ?", List.of(Query.instant(database, since)));
    if (!portfolios.isEmpty()) {
      condition = condition.and(Condition.in("portfolio", portfolios));
    }
    String from = " from verdict_changes where " + condition.sql();
    try (Connection connection = database.reader()) {
      long total =
          Query.of(
                  "select count(*) from (select 1" + from + " limit ?) counted",
                  condition.parameters(),
                  COUNTED + 1)
              .number(connection);
      List<Item> items =
          Query.of(
                  "select "
                      + Item.columns(FIELDS, "")
                      + from
                      + " order by changed_at desc, proposal_id limit ? offset ?",
                  condition.parameters(),
                  limit,
                  offset)
              .list(connection, row -> Item.read(FIELDS, row, database.dialect()));
      return new Page(Math.min(total, COUNTED), total <= COUNTED, items);
    }
  }
}
