package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code model_dependants}: how many recommendations name a model, and as what. One that
 * names it twice counts once in {@code proposals}.
 */
final class ModelDependants {
  /** No model id has white space. */
  private static final String SEPARATOR = " ";

  private static final String ADD =
      "insert into model_dependants"
          + " (model_id, proposals, as_candidate, as_alternative, as_baseline)"
          + " values (?, ?, ?, ?, ?) on conflict (model_id) do update set"
          + " proposals = model_dependants.proposals + excluded.proposals,"
          + " as_candidate = model_dependants.as_candidate + excluded.as_candidate,"
          + " as_alternative = model_dependants.as_alternative + excluded.as_alternative,"
          + " as_baseline = model_dependants.as_baseline + excluded.as_baseline";
  private static final String CLEAN = "delete from model_dependants where proposals = 0";

  /**
   * The models that a recommendation names.
   *
   * @param candidates ids with {@link #SEPARATOR} between; alternatives as well
   * @param baseline null: none
   */
  record Models(String candidates, String alternatives, @Nullable String baseline) {

    static Models of(
        List<String> candidates, List<String> alternatives, @Nullable String baseline) {
      return new Models(
          String.join(SEPARATOR, candidates), String.join(SEPARATOR, alternatives), baseline);
    }

    private static Set<String> ids(String joined) {
      return joined.isEmpty() ? Set.of() : Set.of(joined.split(SEPARATOR));
    }

    Set<String> candidateIds() {
      return ids(candidates);
    }

    Set<String> alternativeIds() {
      return ids(alternatives);
    }

    Set<String> baselineIds() {
      return baseline == null ? Set.of() : Set.of(baseline);
    }

    Set<String> all() {
      Set<String> all = new HashSet<>(candidateIds());
      all.addAll(alternativeIds());
      all.addAll(baselineIds());
      return all;
    }
  }

  /** Of one model. */
  private static final class Change {
    private long proposals;
    private long candidate;
    private long alternative;
    private long baseline;

    boolean isNone() {
      return proposals == 0 && candidate == 0 && alternative == 0 && baseline == 0;
    }
  }

  void apply(
      Connection connection, Dialect dialect, Collection<Models> before, Collection<Models> after)
      throws SQLException {
    Map<String, Change> changes = new HashMap<>();
    before.forEach(models -> add(changes, models, -1));
    after.forEach(models -> add(changes, models, 1));
    changes.values().removeIf(Change::isNone);
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement clean = connection.prepareStatement(CLEAN)) {
      Binder binder = new Binder(add, dialect);
      for (Map.Entry<String, Change> entry : changes.entrySet()) {
        Change change = entry.getValue();
        binder.text(entry.getKey()).whole(change.proposals).whole(change.candidate);
        binder.whole(change.alternative).whole(change.baseline).addBatch();
      }
      add.executeBatch();
      clean.executeUpdate();
    }
  }

  private static void add(Map<String, Change> changes, Models models, long number) {
    models.all().forEach(model -> of(changes, model).proposals += number);
    models.candidateIds().forEach(model -> of(changes, model).candidate += number);
    models.alternativeIds().forEach(model -> of(changes, model).alternative += number);
    models.baselineIds().forEach(model -> of(changes, model).baseline += number);
  }

  private static Change of(Map<String, Change> changes, String model) {
    return changes.computeIfAbsent(model, id -> new Change());
  }
}
