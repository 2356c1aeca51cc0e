package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.projection.HistoryKind;
import dev.tuneornot.dashboard.query.Item.Field;
import dev.tuneornot.dashboard.sql.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of decisions and verdicts, the newest first. */
public final class Changes {
  /** The fields of a change. */
  public static final List<Field> FIELDS =
      List.of(
          Field.text("proposalId", "proposal_id"),
          Field.text("title", "title"),
          Field.text("portfolio", "portfolio"),
          Field.instant("at", "changed_at"),
          Field.text("kind", "kind"),
          Field.text("from", "from_verdict"),
          Field.text("to", "to_verdict"),
          Field.text("fromDecision", "from_decision"),
          Field.text("toDecision", "to_decision"),
          Field.text("trigger", "triggered_by"),
          Field.text("triggerKey", "trigger_key"),
          Field.text("bestModel", "best_model"),
          Field.number("previousMonthlySavings", "from_monthly_savings"),
          Field.number("monthlySavings", "to_monthly_savings"),
          Field.number("previousUpfrontCost", "from_upfront_cost"),
          Field.number("upfrontCost", "to_upfront_cost"),
          Field.number("previousNetBenefit", "from_net_benefit"),
          Field.number("netBenefit", "to_net_benefit"));

  /**
   * Which changes.
   *
   * @param since null: all that are kept
   * @param proposals empty: of all; as the other two
   */
  public record Selection(
      @Nullable Instant since,
      List<String> proposals,
      List<String> portfolios,
      List<HistoryKind> kinds) {}

  private final Database database;

  public Changes(Database database) {
    this.database = database;
  }

  /** A part of them. */
  public Page of(Selection selection, int limit, int offset) throws SQLException {
    Condition condition = condition(selection);
    return Page.of(
        database,
        FIELDS,
        " from recommendation_changes where " + condition.sql(),
        condition.parameters(),
        " order by changed_at desc, topic_partition, topic_offset desc",
        limit,
        offset);
  }

  private Condition condition(Selection selection) {
    Condition condition = Condition.TRUE;
    if (!selection.proposals().isEmpty()) {
      condition = condition.and(Condition.in("proposal_id", selection.proposals()));
    }
    if (!selection.portfolios().isEmpty()) {
      condition = condition.and(Condition.in("portfolio", selection.portfolios()));
    }
    if (!selection.kinds().isEmpty()) {
      condition =
          condition.and(Condition.in("kind", selection.kinds().stream().map(Enum::name).toList()));
    }
    return selection.since() == null
        ? condition
        : condition.and(
            new Condition("changed_at >= ?", List.of(Query.instant(database, selection.since()))));
  }
}
