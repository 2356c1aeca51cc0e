package dev.tuneornot.portfolio.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.portfolio.prices.PriceChange.Kind;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceMergeTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final PriceMerge merge = new PriceMerge(MARCH, MONTH);

  @Test
  void shouldBeginANewModelWhereThePricesDo() {
    PriceChange change = merge.merge(null, stated(2.5, 10.0));

    assertThat(change.kind()).isEqualTo(Kind.NEW);
    assertThat(change.result().getPeriods())
        .singleElement()
        .satisfies(period -> assertThat(period.getEffectiveFrom()).isEqualTo(MARCH));
    assertThat(change.result().getPeriods().get(0).getTuning()).isNull();
    assertThat(RecordType.MODEL_PRICING.check(change.result())).isEmpty();
  }

  @Test
  void shouldAppendAnotherPriceAsAPeriod() {
    ModelPricing stored = stored(period(JANUARY, 5.0, 15.0));

    PriceChange change = merge.merge(stored, stated(2.5, 15.0));

    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.fields()).containsExactly(new PriceChange.Field("inputPerMTok", 5.0, 2.5));
    assertThat(starts(change)).containsExactly(JANUARY, MARCH);
    assertThat(change.result().getPeriods().get(0).getInputPerMTok()).isEqualTo(5.0);
    assertThat(stored.getPeriods()).as("not modified").hasSize(1);
  }

  @Test
  void shouldReplaceAPeriodThatBeginsAtTheSameTime() {
    PriceChange change = merge.merge(stored(period(MARCH, 5.0, 15.0)), stated(2.5, 15.0));

    assertThat(starts(change)).containsExactly(MARCH);
    assertThat(change.result().getPeriods().get(0).getInputPerMTok()).isEqualTo(2.5);
  }

  @Test
  void shouldKeepWhatIsAnnouncedForLater() {
    ModelPricing stored = stored(period(JANUARY, 5.0, 15.0), period(JUNE, 1.0, 2.0));

    PriceChange change = merge.merge(stored, stated(2.5, 15.0));

    assertThat(starts(change)).containsExactly(JANUARY, MARCH, JUNE);
    assertThat(RecordType.MODEL_PRICING.check(change.result())).isEmpty();
  }

  @Test
  void shouldCompareWithThePeriodInForceThen() {
    ModelPricing stored = stored(period(JANUARY, 5.0, 15.0), period(JUNE, 1.0, 2.0));

    assertThat(merge.merge(stored, stated(5.0, 15.0)).kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(new PriceMerge(JUNE, MONTH).merge(stored, stated(1.0, 2.0)).kind())
        .isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldPutAnEarlierPeriodBeforeTheFirst() {
    PriceChange change = merge.merge(stored(period(JUNE, 5.0, 15.0)), stated(2.5, 15.0));

    assertThat(starts(change)).containsExactly(MARCH, JUNE);
  }

  @Test
  void shouldKeepWhatNoSourceSays() {
    PricePeriod tunable = period(JANUARY, 5.0, 15.0);
    tunable.setTuning(new Tuning(25.0, null, 0.0, 6.0, null, 20.0, null, null, 1.7, 0.0, 1));
    ModelPricing stored = stored(tunable);
    stored.setRetiresAt(JUNE);

    PriceChange change = merge.merge(stored, stated(2.5, 10.0));

    PricePeriod next = change.result().getPeriods().get(1);
    assertThat(next.getTuning()).isEqualTo(tunable.getTuning());
    assertThat(change.result().getRetiresAt()).isEqualTo(JUNE);
    assertThat(change.result().getSource()).isEqualTo("stored; stated");
  }

  @Test
  void shouldTakeTheOlderDateAndLowerConfidenceOfMixedOrigins() {
    PricePeriod tunable = period(JANUARY, 5.0, 15.0);
    tunable.setTuning(new Tuning(25.0, null, 0.0, 6.0, null, 20.0, null, null, 0.0, 0.0, 1));
    ModelPricing stored = stored(tunable);
    stored.setObservedAt(JANUARY);
    stored.setConfidence(Confidence.ESTIMATE);

    ModelPricing result = merge.merge(stored, stated(2.5, 10.0)).result();

    assertThat(result.getObservedAt()).isEqualTo(JANUARY);
    assertThat(result.getConfidence()).isEqualTo(Confidence.ESTIMATE);
  }

  @Test
  void shouldNotResendForSourceOrDateWhileTheHeldOneIsYoung() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setObservedAt(MARCH.minus(MONTH));

    PriceChange change = merge.merge(stored, stated(2.5, 10.0));

    assertThat(change.kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(change.result()).isSameAs(stored);
    assertThat(change.isToBeSent()).isFalse();
  }

  @Test
  void shouldRefreshOnceTheHeldOneIsOld() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setObservedAt(MARCH.minus(MONTH).minusMillis(1));

    PriceChange change = merge.merge(stored, stated(2.5, 10.0));

    assertThat(change.kind()).isEqualTo(Kind.REFRESHED);
    assertThat(change.result().getObservedAt()).isEqualTo(MARCH);
    assertThat(change.result().getSource()).isEqualTo("stated");
    assertThat(change.result().getPeriods()).isEqualTo(stored.getPeriods());
  }

  @Test
  void shouldRefreshWhatWasObservedNobodyKnowsWhen() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setObservedAt(null);

    assertThat(merge.merge(stored, stated(2.5, 10.0)).kind()).isEqualTo(Kind.REFRESHED);
  }

  @Test
  void shouldNotLetALessTrustedSourceReplaceABetterOneThatSaysTheSame() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setConfidence(Confidence.OFFICIAL);
    stored.setObservedAt(JANUARY);

    assertThat(merge.merge(stored, stated(2.5, 10.0)).kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldTakeAMoreTrustedSourceThatSaysTheSame() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setConfidence(Confidence.ESTIMATE);

    PriceChange change = merge.merge(stored, stated(2.5, 10.0));

    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.fields())
        .containsExactly(
            new PriceChange.Field("confidence", Confidence.ESTIMATE, Confidence.MIRROR));
    assertThat(change.result().getPeriods()).hasSize(1);
  }

  @Test
  void shouldTakeDatesWithoutANewPeriod() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    ModelFacts dates =
        ModelFacts.ofDates(
            "p/m",
            "the overlay",
            Dates.own(JUNE, JUNE, null, null, "notice"),
            new Provenance("notice", null, Confidence.ESTIMATE));

    PriceChange change = merge.merge(stored, dates);

    assertThat(change.fields())
        .containsExactly(
            new PriceChange.Field("tuningClosesAt", null, JUNE),
            new PriceChange.Field("retiresAt", null, JUNE));
    assertThat(starts(change)).containsExactly(JANUARY);
    assertThat(change.result().getConfidence()).isEqualTo(Confidence.MIRROR);
    assertThat(change.result().getSource()).isEqualTo("stored; notice");
  }

  @Test
  void shouldMakeAModelTunableAtUnknownPrices() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    ModelFacts tunable =
        ModelFacts.ofPrices(
            "p/m",
            "the overlay",
            Map.of(PriceField.MINIMUM_CHARGE, 0.0),
            new Provenance("s", MARCH, Confidence.OFFICIAL));

    PriceChange change = merge.merge(stored, tunable);

    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.result().getPeriods().get(1).getTuning()).isNotNull();
    assertThat(merge.merge(change.result(), tunable).kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldTakeTheWholeHistoryOfANewModel() {
    ModelFacts stated =
        stated(2.0, 10.0)
            .withHistory(List.of(phase(null, 5.0), phase(JANUARY, 2.0), phase(JUNE, 1.0)));

    PriceChange change = merge.merge(null, stated);

    assertThat(starts(change)).containsExactly(Instant.EPOCH, JANUARY, JUNE);
    assertThat(change.result().getPeriods())
        .extracting(PricePeriod::getInputPerMTok, PricePeriod::getOutputPerMTok)
        .containsExactly(tuple(5.0, null), tuple(2.0, 10.0), tuple(1.0, 10.0));
    assertThat(merge.merge(change.result(), stated).kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldTakeWhatIsAnnouncedAndFillInThePast() {
    ModelPricing stored = stored(period(MARCH.minusSeconds(60), 5.0, 15.0));
    ModelFacts stated =
        stated(5.0, 15.0)
            .withHistory(List.of(phase(null, 7.0), phase(JANUARY, 5.0), phase(JUNE, 1.0)));

    PriceChange change = merge.merge(stored, stated);

    assertThat(starts(change))
        .containsExactly(Instant.EPOCH, JANUARY, MARCH.minusSeconds(60), JUNE);
    assertThat(change.result().getPeriods().get(3).getInputPerMTok()).isEqualTo(1.0);
    assertThat(change.result().getPeriods().get(3).getOutputPerMTok()).isEqualTo(15.0);
    assertThat(merge.merge(change.result(), stated).kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldTakeTiersAndKeepThoseThatNobodyNames() {
    Tier tier = new Tier(200_000, 6.0, null, null, 22.5);
    ModelPricing stored = stored(period(JANUARY, 3.0, 15.0));

    ModelPricing tiered = merge.merge(stored, stated(3.0, 15.0).withTiers(List.of(tier))).result();
    PriceChange later = new PriceMerge(JUNE, MONTH).merge(tiered, stated(2.0, 15.0));
    PriceChange flat =
        new PriceMerge(JUNE, MONTH).merge(tiered, stated(3.0, 15.0).withTiers(List.of()));

    assertThat(tiered.getPeriods().get(1).getTiers()).containsExactly(tier);
    assertThat(later.result().getPeriods().get(2).getTiers()).containsExactly(tier);
    assertThat(later.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.TIERS_STAY);
    assertThat(flat.result().getPeriods().get(2).getTiers()).isEmpty();
  }

  @Test
  void shouldMarkADateThatIsNotExact() {
    ModelFacts earliest = stated(2.5, 10.0).withDates(retiring(JUNE, Dated.Certainty.EARLIEST));

    ModelPricing fresh = merge.merge(null, earliest).result();
    PriceChange change = merge.merge(stored(period(JANUARY, 2.5, 10.0)), earliest);

    assertThat(fresh.getSource()).isEqualTo("stated; retiresAt: a feed (earliest)");
    assertThat(change.fields())
        .containsExactly(new PriceChange.Field("retiresAt", null, JUNE, "earliest"));
    assertThat(merge.merge(change.result(), earliest).kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  void shouldReplaceTheDateOfAFeedByASurerOne() {
    ModelPricing stored =
        merge
            .merge(null, stated(2.5, 10.0).withDates(retiring(JUNE, Dated.Certainty.EARLIEST)))
            .result();
    Instant later = JUNE.plusSeconds(86_400);

    ModelPricing postponed =
        merge
            .merge(stored, stated(2.5, 10.0).withDates(retiring(later, Dated.Certainty.EARLIEST)))
            .result();
    ModelPricing exact =
        merge
            .merge(stored, stated(2.5, 10.0).withDates(retiring(later, Dated.Certainty.EXACT)))
            .result();
    PriceChange weaker =
        merge.merge(exact, stated(2.5, 10.0).withDates(retiring(JUNE, Dated.Certainty.UNCERTAIN)));

    assertThat(postponed.getRetiresAt()).isEqualTo(later);
    assertThat(exact.getRetiresAt()).isEqualTo(later);
    assertThat(exact.getSource()).isEqualTo("stated; retiresAt: a feed");
    assertThat(weaker.result().getRetiresAt()).isEqualTo(later);
    assertThat(weaker.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DATE_STAYS);
  }

  @Test
  void shouldLeaveADateThatAPersonSet() {
    ModelPricing stored = stored(period(JANUARY, 2.5, 10.0));
    stored.setRetiresAt(JUNE);
    Instant later = JUNE.plusSeconds(86_400);

    PriceChange byFeed =
        merge.merge(stored, stated(2.5, 10.0).withDates(retiring(later, Dated.Certainty.EXACT)));
    PriceChange byPerson =
        merge.merge(stored, stated(2.5, 10.0).withDates(Dates.own(null, later, null, null, "me")));

    assertThat(byFeed.result().getRetiresAt()).isEqualTo(JUNE);
    assertThat(byFeed.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "retiresAt 2026-06-01T00:00:00Z stays as it is stored; a feed says 2026-06-02");
    assertThat(byPerson.result().getRetiresAt()).isEqualTo(later);
  }

  @Test
  void shouldTakeReplacementTokenFactorAndAlias() {
    ModelFacts facts =
        stated(2.5, 10.0)
            .withDates(new Dates(null, null, null, "p/n"))
            .withTokenFactor(1.3)
            .asAlias();

    PriceChange change = merge.merge(stored(period(JANUARY, 2.5, 10.0)), facts);

    assertThat(change.result().getReplacement()).isEqualTo("p/n");
    assertThat(change.result().getTokenFactor()).isEqualTo(1.3);
    assertThat(change.result().getSource()).isEqualTo("stated; an alias of what is newest");
  }

  private static Dates retiring(Instant at, Dated.Certainty certainty) {
    return new Dates(null, new Dated(at, certainty, "a feed"), null, null);
  }

  private static Phase phase(@Nullable Instant from, double input) {
    return new Phase(from, Map.of(PriceField.INPUT, input), null);
  }

  @Test
  void shouldBeDoneAfterOneImport() {
    ModelPricing once = merge.merge(stored(period(JANUARY, 5.0, 15.0)), stated(2.5, 10.0)).result();

    assertThat(merge.merge(once, stated(2.5, 10.0)).kind()).isEqualTo(Kind.UNCHANGED);
  }

  private static List<Instant> starts(PriceChange change) {
    return change.result().getPeriods().stream().map(PricePeriod::getEffectiveFrom).toList();
  }

  private static ModelFacts stated(double input, double output) {
    return ModelFacts.ofPrices(
        "p/m",
        "key m",
        Map.of(PriceField.INPUT, input, PriceField.OUTPUT, output),
        new Provenance("stated", MARCH, Confidence.MIRROR));
  }

  private static PricePeriod period(
      Instant effectiveFrom, @Nullable Double input, @Nullable Double output) {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(effectiveFrom)
        .setInputPerMTok(input)
        .setOutputPerMTok(output)
        .build();
  }

  private static ModelPricing stored(PricePeriod... periods) {
    ModelPricing pricing =
        ModelPricing.newBuilder()
            .setModelId("p/m")
            .setPeriods(new ArrayList<>(List.of(periods)))
            .build();
    pricing.setSource("stored");
    pricing.setObservedAt(MARCH);
    pricing.setConfidence(Confidence.MIRROR);
    return pricing;
  }
}
