package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static dev.tuneornot.dashboard.projection.Recommended.change;
import static dev.tuneornot.dashboard.projection.Recommended.deletion;
import static dev.tuneornot.dashboard.projection.Recommended.flipped;
import static dev.tuneornot.dashboard.projection.Recommended.measured;
import static dev.tuneornot.dashboard.projection.Recommended.prompt;
import static dev.tuneornot.dashboard.projection.Recommended.tune;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.dashboard.projection.Batch.Advance;
import dev.tuneornot.dashboard.projection.Positions.Range;
import dev.tuneornot.dashboard.query.Changes;
import dev.tuneornot.dashboard.query.Details;
import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Impacts;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.dashboard.query.MeasuredVolumes;
import dev.tuneornot.dashboard.query.Page;
import dev.tuneornot.dashboard.query.PriceInForce;
import dev.tuneornot.dashboard.query.Prices;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Reviews;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.dashboard.query.SortKey;
import dev.tuneornot.dashboard.query.Upcoming;
import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the rows on every database. */
abstract class ProjectedRows {
  private static final TopicPartition PARTITION = new TopicPartition("recommendations", 0);
  private static final Map<String, Source> SOURCES =
      Map.of("recommendations", Source.RECOMMENDATIONS);

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

  @Test
  void shouldTellWhatWasMeasuredAndWhatIsInForce() throws SQLException {
    Recommendation value = tune("a", Verdict.GO, 1);
    value.setUsageSource("gateway");
    value.setUsageWindowEnd(Recommended.AT.minus(Duration.ofDays(30)));
    stored()
        .write(batch(value))
        .write(measured("a", 2_000, true))
        .write(measured("b", 0, null))
        .write(measured("c", 5, false));
    Batch deletion = new Batch();
    deletion.usage().delete("c");
    stored().write(deletion);
    MeasuredVolumes usage = new MeasuredVolumes(stored().database());

    Page all = usage.of(List.of(), List.of(), 10, 0);

    assertThat(all.total()).isEqualTo(2);
    assertThat(all.items().get(0).values())
        .containsExactly(
            "a",
            "Title of a",
            "default",
            Recommended.AT.minus(Duration.ofDays(30)),
            Recommended.AT,
            2_000L,
            2_000_000L,
            0L,
            0L,
            200_000L,
            true,
            "gateway",
            Recommended.AT.minus(Duration.ofDays(30)),
            "gateway");
    assertThat(all.items().get(1).values())
        .startsWith("b", null, null)
        .endsWith(null, "gateway", null, null);
    assertThat(ids(usage.of(List.of("b"), List.of(), 10, 0))).containsExactly("b");
    assertThat(ids(usage.of(List.of(), List.of("default"), 10, 0))).containsExactly("a");
  }

  @Test
  void shouldFindWhatComesUpAmongAllModelsByWhatItConcerns() throws SQLException {
    Instant soon = Recommended.AT.plus(Duration.ofDays(30));
    Instant later = Recommended.AT.plus(Duration.ofDays(60));
    Batch batch = batch(tune("a", Verdict.GO, 1), tune("b", Verdict.GO, 1));
    for (int i = 0; i < 600; i++) {
      String model = "acme/model-" + i;
      batch.prices().put(model, Recommended.priced(model, soon, later));
    }
    batch.prices().put("openai/gpt-4o", Recommended.priced("openai/gpt-4o", later, null));
    stored().write(batch);
    Upcoming upcoming = new Upcoming(stored().database());

    Upcoming.Dates concerning = upcoming.between(Recommended.AT, Instant.MAX, 1, 10, 0);
    Upcoming.Dates last = upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 1_195);

    assertThat(concerning)
        .isEqualTo(
            new Upcoming.Dates(
                1,
                1_200,
                List.of(
                    new Upcoming.Date(
                        later, Upcoming.Kind.NEW_PRICE, "openai/gpt-4o", 2, 2, 0, 0))));
    assertThat(last.total()).isEqualTo(1_201);
    assertThat(last.items()).hasSize(6);
    assertThat(upcoming.between(Recommended.AT, later, 1, 10, 0).items()).isEmpty();
    assertThat(upcoming.between(later, Instant.MAX, 1, 10, 0).items()).isEmpty();
  }

  @Test
  void shouldGiveThePricesOfSomeModels() throws SQLException {
    Batch batch = new Batch();
    for (String model : List.of("acme/a", "acme/b", "other/a")) {
      batch.prices().put(model, Recommended.priced(model, Recommended.AT.plusSeconds(9), null));
    }
    stored().write(batch);
    Prices prices = new Prices(stored().database());

    assertThat(models(prices, "", List.of("other/a", "acme/a", "none/x")))
        .containsExactly("acme/a", "other/a");
    assertThat(models(prices, "ACME", List.of("other/a", "acme/a"))).containsExactly("acme/a");
    assertThat(models(prices, "", List.of())).hasSize(3);
  }

  @Test
  void shouldTakeThePriceInForceOfAReviewForWhatIsHeld() throws SQLException {
    Instant soon = Recommended.AT.plusSeconds(9);
    Instant later = Recommended.AT.plusSeconds(99);
    ModelPricing inForce = Recommended.priced("acme/a", soon, null);
    ModelPricing held = Recommended.priced("acme/a", later, later);
    held.setSource("held");
    ModelPricing first = Recommended.priced("acme/new", later, null);
    Batch batch = new Batch();
    batch.prices().put("acme/a", held);
    batch.prices().put("acme/new", first);
    batch.reviews().put("acme/a", review(held, inForce));
    batch.reviews().put("acme/new", review(first, null));
    stored().write(batch);
    Prices prices = new Prices(stored().database());
    Upcoming upcoming = new Upcoming(stored().database());
    Reviews reviews = new Reviews(stored().database());

    assertThat(prices.of("acme/a")).contains(inForce);
    assertThat(prices.of("acme/new")).isEmpty();
    assertThat(models(prices, "", List.of())).containsExactly("acme/a");
    assertThat(upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 0).items())
        .extracting(Upcoming.Date::at)
        .containsExactly(soon);
    assertThat(reviews.oldest(1, 0).total()).isEqualTo(2);
    assertThat(reviews.oldest(1, 1).items().get(0).rawValue().toString())
        .contains("\"modelId\":\"acme/new\"", "\"id\":\"TOO_DEAR\"");
    assertThat(batch.changedModels()).containsExactly("acme/a", "acme/new");

    Batch released = new Batch();
    released.reviews().delete("acme/a");
    stored().write(released);

    assertThat(prices.of("acme/a")).contains(held);
    assertThat(upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 0).items())
        .extracting(Upcoming.Date::at)
        .containsOnly(later);
    assertThat(reviews.oldest(10, 0).total()).isEqualTo(1);
  }

  private static PriceReview review(ModelPricing held, @Nullable ModelPricing inForce) {
    return new PriceReview(
        held.getModelId(),
        held,
        inForce,
        7L,
        Recommended.AT,
        List.of(new PriceFinding(FindingId.TOO_DEAR, "inputPerMTok", null, "250", "200")));
  }

  private static List<String> models(Prices prices, String text, List<String> models)
      throws SQLException {
    return prices.containing(text, models, Recommended.AT, 10, 0).items().stream()
        .map(PriceInForce::modelId)
        .toList();
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

  @Test
  void shouldFindTheFewChangesThatWereFelt() throws SQLException {
    Batch batch = new Batch();
    for (int i = 0; i < 1_900; i++) {
      batch.impacts().put("PRICE/" + i, impact("PRICE/" + i, 0, Recommended.AT.plusSeconds(i)));
    }
    batch.impacts().put("PRICE/felt", impact("PRICE/felt", 3, Recommended.AT));
    stored().write(batch);
    Impacts impacts = new Impacts(stored().database());

    Impacts.Found felt = impacts.newest(List.of(), 1, 10, 0);

    assertThat(felt.total()).isEqualTo(1);
    assertThat(felt.others()).isEqualTo(1_900);
    assertThat(felt.items())
        .singleElement()
        .satisfies(item -> assertThat(String.valueOf(item.rawValue())).contains("PRICE/felt"));
    assertThat(impacts.newest(List.of(ImpactState.RUNNING), 0, 10, 0).items()).isEmpty();
    assertThat(impacts.newest(List.of(), 0, 500, 1_500).items()).hasSize(401);
  }

  @Test
  void shouldForgetChangesOfPricesWhenTheirTopicDoes() throws SQLException {
    Batch batch = new Batch();
    batch.impacts().put("old", impact("old", 1, Recommended.AT));
    batch.impacts().put("new", impact("new", 1, Recommended.AT.plusSeconds(60)));
    stored().write(batch);

    stored().expire(Recommended.AT.plus(Duration.ofDays(90)).plusSeconds(1));

    assertThat(stored().rows("select change_id from price_impacts")).containsExactly("new");
    assertThat(stored().rows("select change_id from price_impact_transitions"))
        .containsExactly("new");
  }

  private static PriceImpact impact(String changeId, long dependants, Instant startedAt) {
    return PriceImpact.newBuilder()
        .setChangeId(changeId)
        .setKind(ChangeKind.PRICE)
        .setKey("acme/model")
        .setState(ImpactState.COMPLETE)
        .setDependants(dependants)
        .setRescored(dependants)
        .setTransitions(List.of(new VerdictTransition(Verdict.GO, Verdict.NO_GO, dependants)))
        .setMonthlySavingsChange(BigDecimal.ZERO.setScale(6))
        .setMonthlySavingsChangeUsd(0)
        .setStartedAt(startedAt)
        .build();
  }

  @Test
  void shouldWriteNothingWhenOvertaken() throws SQLException {
    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);
    Batch first = batch(prompt("a"));
    first.advances().put(PARTITION, new Advance(0, 7));
    Batch second = batch(prompt("b"));
    second.advances().put(PARTITION, new Advance(0, 9));

    stored().write(first);

    assertThatThrownBy(() -> stored().write(second)).isInstanceOf(OvertakenException.class);
    assertThat(stored().rows("select proposal_id from recommendations")).containsExactly("a");
    assertThat(stored().rows("select next_offset from source_offsets")).containsExactly("7");
  }

  private Map<TopicPartition, Long> settle(TopicIdentity identity, Range range, Instant now)
      throws SQLException {
    return new Positions(stored().database(), SOURCES, Clock.fixed(now, ZoneOffset.UTC))
        .settle(Map.of("recommendations", identity), Map.of(PARTITION, range));
  }

  private void readTo(long offset) throws SQLException {
    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);
    Batch batch = batch(flipped(tune("a", Verdict.GO, 1), Verdict.NO_GO, Recommended.AT));
    batch.advances().put(PARTITION, new Advance(0, offset));
    stored().write(batch);
  }

  @Test
  void shouldGoOnWhereItWas() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 50L));
    assertThat(stored().rows("select proposal_id from recommendations")).containsExactly("a");
  }

  @Test
  void shouldTakeUpNewPartitionsAtTheirBeginning() throws SQLException {
    readTo(50);
    TopicPartition added = new TopicPartition("recommendations", 1);

    Map<TopicPartition, Long> settled =
        new Positions(stored().database(), SOURCES, Clock.fixed(Recommended.AT, ZoneOffset.UTC))
            .settle(
                Map.of("recommendations", new TopicIdentity("one", "here", 2)),
                Map.of(PARTITION, new Range(0, 100), added, new Range(3, 5)));

    assertThat(settled).isEqualTo(Map.of(PARTITION, 50L, added, 3L));
  }

  @Test
  void shouldBeginAnewOnAnotherTopicOfTheSameName() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("two", "here", 1), new Range(0, 100), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 0L));
    assertThat(stored().rows("select * from recommendations")).isEmpty();
    assertThat(stored().rows("select * from recommendation_counts")).isEmpty();
  }

  @Test
  void shouldBeginAnewWhereTheTopicHasLostWhatWasRead() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("one", "here", 1), new Range(0, 49), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 0L));
    assertThat(stored().rows("select * from recommendations")).isEmpty();
  }

  @Test
  void shouldBeginAnewWhereDeletionsMayBeGone() throws SQLException {
    readTo(50);
    Instant late = Recommended.AT.plus(Positions.TOMBSTONES).plus(Duration.ofSeconds(1));

    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), late);

    assertThat(stored().rows("select * from recommendations")).isEmpty();
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

  private static List<String> ids(Page page) {
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
