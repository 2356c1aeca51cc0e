package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.projection.Segment;
import dev.tuneornot.dashboard.query.Selectivity.Part;
import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a filter leaves, and the better way to them: few are collected and then sorted,
 * many are met soon enough on a walk along the index of the order.
 *
 * @param condition on table {@code recommendations}
 * @param few whether to collect them
 * @param atMost their number; exact unless the text of the filter has not been counted
 * @param exact whether it is
 */
record Matching(Condition condition, boolean few, long atMost, boolean exact) {
  private static final int FEW = 20_000;
  private static final int FEW_TEXT_HITS = 2_000;
  private static final int COUNTED = 10_000;

  static Matching of(Connection connection, Dialect dialect, Filter filter) throws SQLException {
    Map<Part, Condition> parts = parts(filter);
    Selectivity selectivity = Selectivity.of(connection, parts);
    if (filter.hasText()) {
      return withText(connection, dialect, filter, parts, selectivity);
    }
    boolean few = !parts.isEmpty() && selectivity.matching() <= FEW;
    Condition condition = few ? driven(parts, selectivity) : walked(filter, parts);
    return new Matching(condition, few, selectivity.matching(), true);
  }

  private static Map<Part, Condition> parts(Filter filter) {
    Map<Part, Condition> parts = new EnumMap<>(Part.class);
    if (!filter.portfolios().isEmpty()) {
      parts.put(Part.PORTFOLIO, Condition.in("portfolio", filter.portfolios()));
    }
    if (!filter.decisions().isEmpty()) {
      parts.put(Part.DECISION, Condition.in("decision", names(filter.decisions())));
    }
    if (!filter.verdicts().isEmpty()) {
      parts.put(Part.VERDICT, Condition.in("verdict", names(filter.verdicts())));
    }
    Condition model = models(filter);
    if (!model.equals(Condition.TRUE)) {
      parts.put(Part.MODEL, model);
    }
    return parts;
  }

  private static Condition models(Filter filter) {
    Condition models =
        filter.models().isEmpty() ? Condition.TRUE : Condition.in("best_model", filter.models());
    if (filter.providers().isEmpty()) {
      return models;
    }
    // The character behind the slash is the zero: a provider is a range of the model's index.
    Condition providers =
        filter.providers().stream()
            .map(
                provider ->
                    new Condition(
                        "(best_model >= ? and best_model < ?)",
                        List.of(provider + "/", provider + "0")))
            .reduce(Condition::or)
            .orElse(Condition.TRUE);
    return models.and(providers);
  }

  private static List<String> names(List<? extends Enum<?>> symbols) {
    return symbols.stream().map(Enum::name).toList();
  }

  /** Found by the narrowest condition, checked against the others. */
  private static Condition driven(Map<Part, Condition> parts, Selectivity selectivity) {
    Condition condition = Condition.TRUE;
    for (Map.Entry<Part, Condition> part : parts.entrySet()) {
      boolean drives = part.getKey() == selectivity.narrowest();
      condition = condition.and(drives ? part.getValue() : part.getValue().withoutIndex());
    }
    return condition;
  }

  /** Checked on the way; decision and verdict by what the index of the order carries of them. */
  private static Condition walked(Filter filter, Map<Part, Condition> parts) {
    Condition condition = Condition.TRUE;
    if (!filter.decisions().isEmpty() || !filter.verdicts().isEmpty()) {
      condition = Condition.in("segment", segments(filter)).withoutIndex();
    }
    for (Part part : List.of(Part.PORTFOLIO, Part.MODEL)) {
      Condition checked = parts.get(part);
      if (checked != null) {
        condition = condition.and(checked.withoutIndex());
      }
    }
    return condition;
  }

  private static List<Integer> segments(Filter filter) {
    List<Integer> segments = new ArrayList<>();
    for (Decision decision : Decision.values()) {
      for (Verdict verdict : Verdict.values()) {
        if ((filter.decisions().isEmpty() || filter.decisions().contains(decision))
            && (filter.verdicts().isEmpty() || filter.verdicts().contains(verdict))) {
          segments.add(Segment.of(decision, verdict));
        }
      }
    }
    return segments;
  }

  private static Matching withText(
      Connection connection,
      Dialect dialect,
      Filter filter,
      Map<Part, Condition> parts,
      Selectivity selectivity)
      throws SQLException {
    Condition text =
        new Condition(dialect.contains("title_key"), List.of(filter.text()))
            .or(new Condition(dialect.contains("lower(proposal_id)"), List.of(filter.text())));
    List<String> ids =
        Query.of(
                "select proposal_id from recommendations where " + text.sql() + " limit ?",
                text.parameters(),
                FEW_TEXT_HITS + 1)
            .list(connection, row -> row.getString(1));
    if (ids.size() <= FEW_TEXT_HITS) {
      Condition others = Condition.TRUE;
      for (Condition part : parts.values()) {
        others = others.and(part.withoutIndex());
      }
      Condition found =
          ids.isEmpty() ? new Condition("1 = 0", List.of()) : Condition.in("proposal_id", ids);
      Condition condition = found.and(others);
      return new Matching(condition, true, count(connection, condition, ids.size()), true);
    }
    Condition condition = walked(filter, parts).and(text);
    long counted = count(connection, condition, COUNTED + 1);
    return new Matching(
        condition, false, Math.min(counted, selectivity.matching()), counted <= COUNTED);
  }

  /** How many have a best model, the filter's text aside. */
  static long countedWithModel(Connection connection, Filter filter) throws SQLException {
    Condition condition = new Condition("best_model <> ''", List.of());
    for (Condition part : parts(filter).values()) {
      condition = condition.and(part);
    }
    return new Query(
            "select coalesce(sum(proposals), 0) from recommendation_counts where "
                + condition.sql(),
            condition.parameters())
        .number(connection);
  }

  private static long count(Connection connection, Condition condition, int most)
      throws SQLException {
    return Query.of(
            "select count(*) from (select 1 from recommendations where "
                + condition.sql()
                + " limit ?) counted",
            condition.parameters(),
            most)
        .number(connection);
  }
}
