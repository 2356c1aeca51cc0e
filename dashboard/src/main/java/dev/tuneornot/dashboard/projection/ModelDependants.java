package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Table {@code model_dependants}: how many recommendations weigh a model as a candidate. */
final class ModelDependants {
  /** No model id has white space. */
  static final String SEPARATOR = " ";

  private static final Pattern MODELS = Pattern.compile(SEPARATOR);
  private static final String ADD =
      "insert into model_dependants (model_id, proposals) values (?, ?) on conflict (model_id)"
          + " do update set proposals = model_dependants.proposals + excluded.proposals";
  private static final String CLEAN = "delete from model_dependants where proposals = 0";

  void apply(
      Connection connection,
      Dialect dialect,
      Collection<KnownRows.Row> before,
      Collection<RecommendationRow> after)
      throws SQLException {
    Map<String, Long> changes = new HashMap<>();
    before.forEach(row -> add(changes, row.candidateModels(), -1));
    after.forEach(row -> add(changes, row.candidateModels(), 1));
    changes.values().removeIf(change -> change == 0);
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement clean = connection.prepareStatement(CLEAN)) {
      Binder binder = new Binder(add, dialect);
      for (Map.Entry<String, Long> change : changes.entrySet()) {
        binder.text(change.getKey()).whole(change.getValue()).addBatch();
      }
      add.executeBatch();
      clean.executeUpdate();
    }
  }

  private static void add(Map<String, Long> changes, String models, long number) {
    MODELS
        .splitAsStream(models)
        .filter(model -> !model.isEmpty())
        .forEach(model -> changes.merge(model, number, Long::sum));
  }
}
