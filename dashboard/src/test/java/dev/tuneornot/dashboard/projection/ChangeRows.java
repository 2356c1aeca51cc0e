package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.query.Changes;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.model.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of the table {@code recommendation_changes}. */
abstract class ChangeRows {
  abstract Stored stored();

  @Test
  void shouldTellOfChangesTheNewestFirst() throws SQLException {
    Instant first = Recommended.AT.plusSeconds(1);
    Instant second = Recommended.AT.plusSeconds(2);
    Instant third = Recommended.AT.plusSeconds(3);
    stored()
        .write(change(1, "a", null, Verdict.CAUTION, first))
        .write(change(2, "b", null, Verdict.GO, first))
        .write(change(3, "a", Verdict.CAUTION, Verdict.GO, second))
        // Two in the same millisecond are two.
        .write(change(4, "a", Verdict.GO, Verdict.NO_GO, third))
        .write(change(5, "a", Verdict.NO_GO, null, third));
    Changes changes = new Changes(stored().database());

    assertThat(told(changes, null, List.of(), List.of()))
        .containsExactly(
            "a,DELETED,NO_GO,null,0.0,null",
            "a,CHANGED,GO,NO_GO,100.0,0.0",
            "a,CHANGED,CAUTION,GO,0.0,100.0",
            "b,NEW,null,GO,null,100.0",
            "a,NEW,null,CAUTION,null,0.0");
    assertThat(told(changes, second, List.of(), List.of(HistoryKind.CHANGED)))
        .containsExactly("a,CHANGED,GO,NO_GO,100.0,0.0", "a,CHANGED,CAUTION,GO,0.0,100.0");
    assertThat(told(changes, null, List.of("b"), List.of()))
        .containsExactly("b,NEW,null,GO,null,100.0");
    assertThat(
            changes
                .of(new Changes.Selection(null, List.of(), List.of("x"), List.of()), 9, 0)
                .total())
        .isZero();
  }

  private static List<String> told(
      Changes changes, @Nullable Instant since, List<String> proposals, List<HistoryKind> kinds)
      throws SQLException {
    List<String> names =
        List.of("proposalId", "kind", "from", "to", "previousMonthlySavings", "monthlySavings");
    return changes
        .of(new Changes.Selection(since, proposals, List.of(), kinds), 10, 0)
        .items()
        .stream()
        .map(
            item ->
                names.stream()
                    .map(
                        name ->
                            String.valueOf(
                                item.values()
                                    .get(
                                        item.fields().stream()
                                            .map(Item.Field::name)
                                            .toList()
                                            .indexOf(name))))
                    .collect(Collectors.joining(",")))
        .toList();
  }

  @Test
  void shouldDropChangesThatTheTopicHasDropped() throws SQLException {
    stored()
        .write(change(1, "a", null, Verdict.CAUTION, Recommended.AT))
        .write(
            change(2, "a", Verdict.CAUTION, Verdict.GO, Recommended.AT.plus(Duration.ofDays(1))));

    new BatchWriter(stored().database())
        .expire(Recommended.AT.plus(ChangeTable.KEPT).plusSeconds(1));

    assertThat(stored().rows("select topic_offset from recommendation_changes"))
        .containsExactly("2");
  }
}
