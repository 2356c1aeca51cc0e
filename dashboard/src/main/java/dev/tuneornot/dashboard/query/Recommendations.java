package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.query.Item.Field;
import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The table of recommendations: a page, all of it, or what is drawn of it. */
public final class Recommendations {
  private static final int FETCH = 1_000;

  /** The fields of an item, named as in the recommendation itself. */
  public static final List<Field> FIELDS =
      List.of(
          Field.text("proposalId", "proposal_id"),
          Field.text("title", "title"),
          Field.text("portfolio", "portfolio"),
          Field.text("stage", "stage"),
          Field.text("decision", "decision"),
          Field.text("verdict", "verdict"),
          Field.text("previousVerdict", "previous_verdict"),
          Field.instant("verdictSince", "verdict_since"),
          Field.text("referenceModel", "reference_model"),
          Field.number("decisionMonthlyCost", "decision_monthly_cost"),
          Field.number("switchSavings", "switch_savings"),
          Field.text("bestAlternative", "best_alternative"),
          Field.text("bestModel", "best_model"),
          Field.text("bestStatus", "best_status"),
          Field.number("monthlySavings", "monthly_savings"),
          Field.number("upfrontCost", "upfront_cost"),
          Field.number("netBenefit", "net_benefit"),
          Field.number("paybackMonths", "payback_months"),
          Field.number("roi", "roi"),
          Field.instant("evaluatedAt", "evaluated_at"),
          Field.instant("validUntil", "valid_until"),
          Field.text("trigger", "triggered_by"),
          Field.text("triggerKey", "trigger_key"));

  /** The fields of what is drawn. */
  public static final List<Field> SCATTER =
      List.of(
          Field.text("proposalId", "proposal_id"),
          Field.text("title", "title"),
          Field.text("verdict", "verdict"),
          Field.number("upfrontCost", "upfront_cost"),
          Field.number("monthlySavings", "monthly_savings"));

  private static final String WITH_FIGURES = "monthly_savings is not null";

  private final Database database;

  public Recommendations(Database database) {
    this.database = database;
  }

  /** A part of the table and the size of the whole; see {@link Page}. */
  public Page page(Filter filter, Sort sort, int limit, int offset) throws SQLException {
    try (Connection connection = database.reader()) {
      Matching matching = Matching.of(connection, database.dialect(), filter);
      List<Item> items =
          matching.few()
              ? collected(connection, FIELDS, matching.condition(), sort, limit, offset)
              : walked(connection, matching.condition(), sort, limit, offset);
      return new Page(matching.atMost(), matching.exact(), items);
    }
  }

  private List<Item> collected(
      Connection connection,
      List<Field> fields,
      Condition condition,
      Sort sort,
      int limit,
      int offset)
      throws SQLException {
    String column = sort.key().column();
    String matching = column.equals("proposal_id") ? column : "proposal_id, " + column;
    String sql =
        "with matching as materialized (select %s from recommendations where %s) select %s from (select proposal_id from matching order by %s limit ? offset ?) page join recommendations r on r.proposal_id = page.proposal_id order by %s"
            .formatted(
                matching,
                condition.sql(),
                Item.columns(fields, "r."),
                sort.columnsNullsLast(""),
                sort.columnsNullsLast("r."));
    return items(connection, fields, Query.of(sql, condition.parameters(), limit, offset));
  }

  /** Along the index; those without a value are no part of the walk and come behind it. */
  private List<Item> walked(
      Connection connection, Condition condition, Sort sort, int limit, int offset)
      throws SQLException {
    if (!sort.key().isNullable()) {
      return step(
          connection, FIELDS, condition, sort.columns(""), sort.columns("r."), limit, offset);
    }
    String column = sort.key().column();
    Condition valued = condition.and(new Condition(column + " is not null", List.of()));
    List<Item> items =
        new ArrayList<>(
            step(connection, FIELDS, valued, sort.columns(""), sort.columns("r."), limit, offset));
    if (items.size() < limit) {
      long before =
          offset == 0 || !items.isEmpty() ? offset + items.size() : count(connection, valued);
      Condition others =
          condition.and(new Condition(column + " is null", List.of()).withoutIndex());
      items.addAll(
          step(
              connection,
              FIELDS,
              others,
              sort.ids(""),
              sort.ids("r."),
              limit - items.size(),
              (int) Math.max(0, offset - before)));
    }
    return items;
  }

  private static long count(Connection connection, Condition condition) throws SQLException {
    return new Query(
            "select count(*) from recommendations where " + condition.sql(), condition.parameters())
        .number(connection);
  }

  private List<Item> step(
      Connection connection,
      List<Field> fields,
      Condition condition,
      String order,
      String outerOrder,
      int limit,
      int offset)
      throws SQLException {
    String sql =
        "select %s from (select proposal_id from recommendations where %s order by %s limit ? offset ?) page join recommendations r on r.proposal_id = page.proposal_id order by %s"
            .formatted(Item.columns(fields, "r."), condition.sql(), order, outerOrder);
    return items(connection, fields, Query.of(sql, condition.parameters(), limit, offset));
  }

  private List<Item> items(Connection connection, List<Field> fields, Query query)
      throws SQLException {
    return query.list(connection, row -> Item.read(fields, row, database.dialect()));
  }

  /** Hands over all that match, in order; a snapshot, however long it takes. */
  public void each(Filter filter, Sort sort, Consumer<Item> sink) throws SQLException {
    try (Connection connection = database.reader()) {
      connection.setAutoCommit(false);
      try {
        Matching matching = Matching.of(connection, database.dialect(), filter);
        String sql =
            "select %s from recommendations where %s order by %s"
                .formatted(
                    Item.columns(FIELDS, ""),
                    matching.condition().sql(),
                    sort.columnsNullsLast(""));
        new Query(sql, matching.condition().parameters())
            .each(
                connection, FETCH, row -> sink.accept(Item.read(FIELDS, row, database.dialect())));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** What has figures; the largest savings and losses first. */
  public Page scatter(Filter filter, int limit) throws SQLException {
    try (Connection connection = database.reader()) {
      Matching matching = Matching.of(connection, database.dialect(), filter);
      Condition figures = matching.condition().and(new Condition(WITH_FIGURES, List.of()));
      List<Item> items = new ArrayList<>(extremes(connection, matching, figures, true, limit));
      if (items.size() == limit || !matching.few()) {
        items.addAll(extremes(connection, matching, figures, false, limit));
      }
      List<Item> largest =
          items.stream()
              .distinct()
              .sorted(Comparator.comparingDouble(Recommendations::size).reversed())
              .limit(limit)
              .toList();
      return new Page(withFigures(connection, matching, filter), matching.exact(), largest);
    }
  }

  private List<Item> extremes(
      Connection connection, Matching matching, Condition figures, boolean descending, int limit)
      throws SQLException {
    Sort sort = new Sort(SortKey.MONTHLY_SAVINGS, descending);
    return matching.few()
        ? collected(connection, SCATTER, figures, sort, limit, 0)
        : step(connection, SCATTER, figures, sort.columns(""), sort.columns("r."), limit, 0);
  }

  private static double size(Item item) {
    Object savings = item.values().get(SCATTER.size() - 1);
    return savings instanceof Double number ? Math.abs(number) : 0;
  }

  /** A best candidate has figures, and nothing else has. */
  private static long withFigures(Connection connection, Matching matching, Filter filter)
      throws SQLException {
    if (filter.hasText()) {
      return matching.atMost();
    }
    return Matching.countedWithModel(connection, filter);
  }
}
