package dev.tuneornot.dashboard.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many recommendations a filter leaves, its text aside. Exact: the counts are kept in step with
 * the rows.
 *
 * @param matching all conditions together
 * @param narrowest the condition that leaves fewest; null where there is none
 */
record Selectivity(long matching, @Nullable Part narrowest) {

  /** What can be filtered by. */
  enum Part {
    PORTFOLIO,
    DECISION,
    VERDICT,
    MODEL
  }

  static Selectivity of(Connection connection, Map<Part, Condition> conditions)
      throws SQLException {
    Condition all = Condition.TRUE;
    StringBuilder sums = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    for (Condition condition : conditions.values()) {
      all = all.and(condition);
      sums.append(", ").append(sum(condition));
      parameters.addAll(condition.parameters());
    }
    List<Object> inOrder = Condition.joined(all.parameters(), parameters);
    String sql = "select " + sum(all) + sums + " from recommendation_counts";
    List<Part> parts = List.copyOf(conditions.keySet());
    return new Query(sql, inOrder)
        .list(
            connection,
            row -> {
              Map<Part, Long> left = new EnumMap<>(Part.class);
              for (int i = 0; i < parts.size(); i++) {
                left.put(parts.get(i), row.getLong(i + 2));
              }
              return new Selectivity(row.getLong(1), narrowest(left));
            })
        .get(0);
  }

  private static String sum(Condition condition) {
    return "coalesce(sum(case when " + condition.sql() + " then proposals else 0 end), 0)";
  }

  private static @Nullable Part narrowest(Map<Part, Long> left) {
    return left.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
