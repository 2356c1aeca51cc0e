package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static dev.tuneornot.dashboard.projection.Recommended.change;
import static dev.tuneornot.dashboard.projection.Recommended.deletion;
import static dev.tuneornot.dashboard.projection.Recommended.flipped;
import static dev.tuneornot.dashboard.projection.Recommended.measured;
import static dev.tuneornot.dashboard.projection.Recommended.prompt;
import static dev.tuneornot.dashboard.projection.Recommended.tune;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.query.Details;
import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Page;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.dashboard.query.SortKey;
import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the table {@code recommendations}, and of what is counted with it. */
abstract class RecommendationRows {
  abstract Stored stored();

  @Test
  void shouldKeepTheLastOfEachAndCountThem() throws SQLException {
    stored().write(batch(tune("a", Verdict.GO, 100), prompt("b"), prompt("a")));

    assertThat(stored().rows("select proposal_id, decision from recommendations order by 1"))
        .containsExactly("a,USE_PROMPTING", "b,USE_PROMPTING");
    assertThat(stored().rows("select decision, proposals from recommendation_counts"))
        .containsExactly("USE_PROMPTING,2");
  }

  @Test
  void shouldChangeNothingWhenRepeated() throws SQLException {
    Instant later = Recommended.AT.plusSeconds(5);
    for (int i = 0; i < 3; i++) {
      stored()
          .write(batch(tune("a", Verdict.CAUTION, 100)))
          .write(batch(flipped(tune("a", Verdict.GO, 200), Verdict.CAUTION, later)))
          .write(change(7, "a", Verdict.CAUTION, Verdict.GO, later))
          .write(measured("a", 100, null));
    }

    assertThat(stored().rows("select verdict from recommendations where monthly_savings = 200"))
        .containsExactly("GO");
    assertThat(stored().rows("select verdict, proposals from recommendation_counts"))
        .containsExactly("GO,1");
    assertThat(stored().rows("select model_id, proposals from model_dependants"))
        .containsExactly("openai/gpt-4o,1");
    assertThat(stored().rows("select from_verdict, to_verdict from recommendation_changes"))
        .containsExactly("CAUTION,GO");
    assertThat(stored().rows("select requests, tuned from measured_usage"))
        .containsExactly("100,null");
  }

  @Test
  void shouldForgetWhatIsDeletedAndKeepItsHistory() throws SQLException {
    stored()
        .write(batch(flipped(tune("a", Verdict.GO, 1), Verdict.NO_GO, Recommended.AT)))
        .write(change(1, "a", Verdict.NO_GO, Verdict.GO, Recommended.AT))
        .write(deletion("a"))
        .write(deletion("never there"));

    assertThat(stored().rows("select * from recommendations")).isEmpty();
    assertThat(stored().rows("select * from recommendation_counts")).isEmpty();
    assertThat(stored().rows("select * from model_dependants")).isEmpty();
    assertThat(stored().rows("select proposal_id from recommendation_changes"))
        .containsExactly("a");
  }

  @Test
  void shouldGiveTheWholeRecommendationBack() throws SQLException {
    Recommendation value = tune("ä/b c", Verdict.GO, 1);
    value.setTitle("a\0b");

    stored().write(batch(value));

    assertThat(new Details(stored().database()).of("ä/b c")).contains(value);
    assertThat(new Details(stored().database()).of("other")).isEmpty();
    assertThat(stored().rows("select title from recommendations")).containsExactly("a\uFFFDb");
  }

  @Test
  void shouldTakeKeysAsItTakesValues() throws SQLException {
    String strange = "a\0b";
    Batch deletions = deletion(strange);
    deletions.prices().delete(strange);
    deletions.summaries().delete(strange);
    deletions.impacts().delete(strange);

    stored().write(batch(prompt(strange)));
    assertThat(stored().rows("select proposal_id from recommendations"))
        .containsExactly("a\uFFFDb");
    stored().write(deletions);

    assertThat(stored().rows("select * from recommendations")).isEmpty();
    assertThat(stored().rows("select * from recommendation_counts")).isEmpty();
  }

  @Test
  void shouldCountAsWhatAModelIsNamed() throws SQLException {
    Recommendation value = tune("a", Verdict.GO, 1);
    value.setBaselineModel("openai/gpt-4o");
    value.setAlternatives(
        List.of(
            AlternativeEvaluation.newBuilder()
                .setModelId("acme/cheap")
                .setStatus(AlternativeStatus.COMPARED)
                .build()));
    String query =
        "select model_id, proposals, as_candidate, as_alternative, as_baseline"
            + " from model_dependants order by 1";

    stored().write(batch(value, tune("b", Verdict.GO, 1)));
    assertThat(stored().rows(query)).containsExactly("acme/cheap,1,0,1,0", "openai/gpt-4o,2,2,0,1");

    stored().write(batch(tune("a", Verdict.GO, 1))).write(deletion("b"));
    assertThat(stored().rows(query)).containsExactly("openai/gpt-4o,1,1,0,0");
  }

  @Test
  void shouldKeepWhatWasDecidedOn() throws SQLException {
    Recommendation value = tune("a", Verdict.GO, 100);
    value.setReferenceModel("acme/cheap");
    value.setDecisionMonthlyCost(12.0);
    value.setSwitchSavings(3.0);
    value.setUsageSource("gateway");
    value.setUsageWindowEnd(Recommended.AT);
    stored().write(batch(value, tune("b", Verdict.GO, 1)));

    assertThat(
            stored()
                .rows(
                    "select reference_model, usage_source, cast(decision_monthly_cost as integer),"
                        + " cast(switch_savings as integer) from recommendations"
                        + " where usage_window_end is not null"))
        .containsExactly("acme/cheap,gateway,12,3");
    assertThat(
            ids(
                new Recommendations(stored().database())
                    .page(Filter.ALL, new Sort(SortKey.SWITCH_SAVINGS, true), 10, 0)))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource(SortKey.class)
  void shouldSortWithThoseWithoutValueLast(SortKey key) throws SQLException {
    stored()
        .write(
            batch(
                tune("a", Verdict.GO, 300),
                tune("b", Verdict.NO_GO, -5),
                tune("c", Verdict.CAUTION, 20),
                prompt("d"),
                prompt("e")));
    Recommendations recommendations = new Recommendations(stored().database());

    for (boolean descending : List.of(true, false)) {
      Sort sort = new Sort(key, descending);
      List<String> all = ids(recommendations.page(Filter.ALL, sort, 200, 0));
      List<String> paged =
          List.of(0, 1, 2, 3, 4).stream()
              .flatMap(offset -> page(recommendations, sort, offset).stream())
              .toList();

      assertThat(all).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
      assertThat(paged).isEqualTo(all);
      assertThat(ids(recommendations.page(Filter.ALL, sort, 10, 5))).isEmpty();
      Filter filter =
          new Filter(
              List.of("default"),
              List.of(),
              List.of(Verdict.GO, Verdict.NO_GO, Verdict.CAUTION, Verdict.NOT_APPLICABLE),
              List.of(),
              List.of(),
              "");
      assertThat(ids(recommendations.page(filter, sort, 200, 0))).isEqualTo(all);
      if (key == SortKey.MONTHLY_SAVINGS) {
        assertThat(all.subList(0, 3))
            .isEqualTo(descending ? List.of("a", "c", "b") : List.of("b", "c", "a"));
      }
    }
  }

  private static List<String> page(Recommendations from, Sort sort, int offset) {
    try {
      return ids(from.page(Filter.ALL, sort, 1, offset));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first value of each row. */
  static List<String> ids(Page page) {
    return page.items().stream().map(item -> String.valueOf(item.values().get(0))).toList();
  }

  @Test
  void shouldFilterAndSearch() throws SQLException {
    Recommendation strange = prompt("Weird_100%");
    strange.setTitle("Größe \"x\" 100%_");
    stored()
        .write(
            batch(tune("a", Verdict.GO, 300), tune("b", Verdict.NO_GO, -5), prompt("c"), strange));
    Recommendations recommendations = new Recommendations(stored().database());

    assertThat(ids(recommendations.page(text("GRÖSSE"), Sort.DEFAULT, 10, 0))).isEmpty();
    assertThat(ids(recommendations.page(text("GRÖßE \"X"), Sort.DEFAULT, 10, 0)))
        .containsExactly("Weird_100%");
    assertThat(ids(recommendations.page(text("weird_"), Sort.DEFAULT, 10, 0)))
        .containsExactly("Weird_100%");
    assertThat(ids(recommendations.page(text("100%"), Sort.DEFAULT, 10, 0)))
        .containsExactly("Weird_100%");
    assertThat(ids(recommendations.page(of("openai", List.of()), Sort.DEFAULT, 10, 0)))
        .containsExactly("a", "b");
    assertThat(ids(recommendations.page(of("open", List.of()), Sort.DEFAULT, 10, 0))).isEmpty();
    Page noGo = recommendations.page(of("openai", List.of(Verdict.NO_GO)), Sort.DEFAULT, 10, 0);
    assertThat(ids(noGo)).containsExactly("b");
    assertThat(noGo.total()).isEqualTo(1);
    assertThat(recommendations.scatter(Filter.ALL, 1).total()).isEqualTo(2);
    assertThat(ids(recommendations.scatter(Filter.ALL, 1))).containsExactly("a");
    assertThat(ids(recommendations.scatter(Filter.ALL, 9))).containsExactly("a", "b");
  }

  private static Filter text(String text) {
    return new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), text);
  }

  private static Filter of(String provider, List<Verdict> verdicts) {
    return new Filter(List.of(), List.of(), verdicts, List.of(), List.of(provider), "");
  }
}
