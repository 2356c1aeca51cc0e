package dev.tuneornot.evaluation.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of section 11, at its bounds. */
class PriceJudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final PriceJudge JUDGE = new PriceJudge(ReviewBounds.DEFAULTS, 90);

  static {
    TrustedClasses.install();
  }

  private static PricePeriod period() {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(Instant.parse("2024-01-01T00:00:00Z"))
        .setInputPerMTok(2.5)
        .setCachedInputPerMTok(1.25)
        .setCacheWritePerMTok(3.0)
        .setOutputPerMTok(10.0)
        .setBatchInputPerMTok(1.25)
        .setBatchOutputPerMTok(5.0)
        .setTuning(
            Tuning.newBuilder()
                .setTrainingPerMTok(25.0)
                .setTrainingPerHour(4.0)
                .setMinimumCharge(2.0)
                .setInputPerMTok(3.75)
                .setCachedInputPerMTok(1.875)
                .setOutputPerMTok(15.0)
                .setBatchInputPerMTok(1.875)
                .setBatchOutputPerMTok(7.5)
                .setHostingPerHour(1.5)
                .setStoragePerMonth(6.0)
                .build())
        .build();
  }

  private static PricePeriod period(Consumer<PricePeriod> change) {
    PricePeriod period = period();
    change.accept(period);
    return period;
  }

  private static ModelPricing pricing(PricePeriod... periods) {
    return ModelPricing.newBuilder()
        .setModelId("openai/gpt-4o")
        .setPeriods(Arrays.asList(periods))
        .setObservedAt(NOW)
        .setConfidence(Confidence.OFFICIAL)
        .build();
  }

  private static ModelPricing pricing(Consumer<PricePeriod> change) {
    return pricing(period(change));
  }

  private static Consumer<PricePeriod> tuning(Consumer<Tuning> change) {
    return period -> change.accept(period.getTuning());
  }

  private static Consumer<PricePeriod> tiers(Tier... tiers) {
    return period -> period.setTiers(Arrays.asList(tiers));
  }

  private static Tier tier(
      int above, @Nullable Double input, @Nullable Double cached, @Nullable Double output) {
    return new Tier(above, input, cached, null, output);
  }

  private static ModelPricing of(ModelPricing pricing, Consumer<ModelPricing> change) {
    change.accept(pricing);
    return pricing;
  }

  private static List<String> judge(@Nullable ModelPricing before, ModelPricing after) {
    return JUDGE.judge(before, after, NOW).stream()
        .map(finding -> finding.getId() + " " + finding.getField())
        .toList();
  }

  static Stream<Arguments> jumping() {
    return Stream.of(
        jump("inputPerMTok", (period, value) -> period.setInputPerMTok(value)),
        jump("cachedInputPerMTok", (period, value) -> period.setCachedInputPerMTok(value)),
        jump("cacheWritePerMTok", (period, value) -> period.setCacheWritePerMTok(value)),
        jump("outputPerMTok", (period, value) -> period.setOutputPerMTok(value)),
        jump("batchInputPerMTok", (period, value) -> period.setBatchInputPerMTok(value)),
        jump("batchOutputPerMTok", (period, value) -> period.setBatchOutputPerMTok(value)),
        jump("tuning.trainingPerMTok", (p, value) -> p.getTuning().setTrainingPerMTok(value)),
        jump("tuning.trainingPerHour", (p, value) -> p.getTuning().setTrainingPerHour(value)),
        jump("tuning.minimumCharge", (p, value) -> p.getTuning().setMinimumCharge(value)),
        jump("tuning.inputPerMTok", (p, value) -> p.getTuning().setInputPerMTok(value)),
        jump("tuning.cachedInputPerMTok", (p, value) -> p.getTuning().setCachedInputPerMTok(value)),
        jump("tuning.outputPerMTok", (p, value) -> p.getTuning().setOutputPerMTok(value)),
        jump("tuning.batchInputPerMTok", (p, value) -> p.getTuning().setBatchInputPerMTok(value)),
        jump("tuning.batchOutputPerMTok", (p, value) -> p.getTuning().setBatchOutputPerMTok(value)),
        jump("tuning.hostingPerHour", (p, value) -> p.getTuning().setHostingPerHour(value)),
        jump("tuning.storagePerMonth", (p, value) -> p.getTuning().setStoragePerMonth(value)));
  }

  private interface Setter {
    void set(PricePeriod period, Double value);
  }

  private static Arguments jump(String field, Setter setter) {
    return arguments(field, setter);
  }

  @ParameterizedTest(name = "J1 {0}")
  @MethodSource("jumping")
  void shouldFindAJumpOfEveryField(String field, Setter setter) {
    ModelPricing one = pricing(period -> setter.set(period, 1.1));
    ModelPricing tenTimes = pricing(period -> setter.set(period, 11.0));
    ModelPricing less = pricing(period -> setter.set(period, 10.99));
    ModelPricing unknown = pricing(period -> setter.set(period, 0.0));

    assertThat(judge(one, tenTimes)).contains("JUMP " + field);
    assertThat(judge(tenTimes, one)).contains("JUMP " + field);
    assertThat(judge(one, less)).doesNotContain("JUMP " + field);
    assertThat(judge(less, one)).doesNotContain("JUMP " + field);
    assertThat(judge(unknown, tenTimes)).doesNotContain("JUMP " + field);
    assertThat(judge(tenTimes, unknown)).doesNotContain("JUMP " + field);
    assertThat(judge(null, tenTimes)).doesNotContain("JUMP " + field);
  }

  @Test
  void shouldFindAJumpOfTheTokenFactor() { // J1
    ModelPricing before = of(pricing(period()), pricing -> pricing.setTokenFactor(0.3));
    ModelPricing after = of(pricing(period()), pricing -> pricing.setTokenFactor(3.0));

    assertThat(JUDGE.judge(before, after, NOW))
        .containsExactly(new PriceFinding(FindingId.JUMP, "tokenFactor", "0.3", "3", "10"));
  }

  @Test
  void shouldTakeTenTimesInDecimalsForAJumpWhateverDoublesMakeOfIt() { // J1
    // 0.3 * 10 is more than 3 in no double arithmetic, but 0.7 / 0.07 is less than 10 in it.
    ModelPricing before = pricing(period -> period.setInputPerMTok(0.07));
    ModelPricing after = pricing(period -> period.setInputPerMTok(0.7));
    ModelPricing short1 = pricing(period -> period.setInputPerMTok(0.7 * (1 - 2e-9)));

    assertThat(judge(before, after)).containsExactly("JUMP inputPerMTok");
    assertThat(judge(before, short1)).isEmpty();
  }

  @Test
  void shouldFindAJumpJustAboveEachThresholdOfEitherPrice() { // J1
    ModelPricing before = pricing(tiers(tier(200_000, 30.0, null, 12.0)));
    ModelPricing after = pricing(tiers(tier(100_000, 3.0, 20.0, null)));

    // Above 100,000 tokens: input 2.5 -> 3, cached 1.25 -> 20. Above 200,000: input 30 -> 3.
    assertThat(judge(before, after))
        .contains("JUMP tiers[>100000].cachedInputPerMTok", "JUMP tiers[>200000].inputPerMTok")
        .contains("JUMP tiers[>200000].cachedInputPerMTok")
        .doesNotContain("JUMP tiers[>100000].inputPerMTok", "JUMP inputPerMTok")
        .doesNotContain("JUMP tiers[>100000].outputPerMTok", "JUMP tiers[>200000].outputPerMTok");
  }

  @Test
  void shouldFindATierThatGoesAway() { // J1
    ModelPricing before = pricing(tiers(tier(200_000, 25.0, null, null)));

    assertThat(judge(before, pricing(period()))).contains("JUMP tiers[>200000].inputPerMTok");
  }

  @Test
  void shouldCompareThePeriodInForceAndAllLaterOnesWithWhatWasThere() { // J1
    Instant later = NOW.plus(Duration.ofDays(10));
    PricePeriod announced =
        period(
            period -> {
              period.setEffectiveFrom(later);
              period.setOutputPerMTok(200.0);
            });
    PricePeriod past =
        period(
            period -> {
              period.setEffectiveFrom(Instant.parse("2020-01-01T00:00:00Z"));
              period.setInputPerMTok(199.0);
            });

    // A period that is over is nobody's business.
    assertThat(judge(pricing(period()), pricing(past, period()))).isEmpty();
    // One that begins later is compared with what would be in force then.
    assertThat(judge(pricing(period()), pricing(period(), announced)))
        .containsExactly("JUMP outputPerMTok");
    assertThat(judge(pricing(period(), announced), pricing(period(), announced))).isEmpty();
    // What was announced comes ten days early.
    assertThat(judge(pricing(period(), announced), pricing(p -> p.setOutputPerMTok(200.0))))
        .containsExactly("JUMP outputPerMTok", "VANISHED periods");
    // At the instant itself it is in force.
    assertThat(JUDGE.judge(pricing(period(), announced), pricing(period()), later))
        .extracting(PriceFinding::getField)
        .containsExactly("outputPerMTok");
  }

  static Stream<Arguments> tooDear() {
    return Stream.of(
        dear("inputPerMTok", 200.0, (period, value) -> period.setInputPerMTok(value)),
        dear("outputPerMTok", 1000.0, (period, value) -> period.setOutputPerMTok(value)),
        dear("tuning.inputPerMTok", 200.0, (period, v) -> period.getTuning().setInputPerMTok(v)),
        dear("tuning.outputPerMTok", 1000.0, (period, v) -> period.getTuning().setOutputPerMTok(v)),
        dear(
            "tuning.trainingPerMTok",
            200.0,
            (period, value) -> period.getTuning().setTrainingPerMTok(value)),
        dear(
            "tuning.hostingPerHour",
            500.0,
            (period, value) -> period.getTuning().setHostingPerHour(value)),
        dear(
            "tiers[>5].inputPerMTok",
            200.0,
            (period, value) -> tiers(tier(5, value, null, null)).accept(period)),
        dear(
            "tiers[>5].outputPerMTok",
            1000.0,
            (period, value) -> tiers(tier(5, null, null, value)).accept(period)));
  }

  private static Arguments dear(String field, double most, Setter setter) {
    return arguments(field, most, setter);
  }

  @ParameterizedTest(name = "J2 {0}")
  @MethodSource("tooDear")
  void shouldFindAPriceAboveItsBoundAlsoOfAFirstRecord(String field, double most, Setter setter) {
    ModelPricing atTheBound = pricing(period -> setter.set(period, most));
    ModelPricing above = pricing(period -> setter.set(period, Math.nextUp(most)));

    assertThat(judge(null, atTheBound)).isEmpty();
    assertThat(judge(null, above)).containsExactly("TOO_DEAR " + field);
    // A person has seen the one before.
    assertThat(judge(above, above)).isEmpty();
    assertThat(judge(above, pricing(period -> setter.set(period, most * 9))))
        .doesNotContain("TOO_DEAR " + field);
    assertThat(judge(above, pricing(period -> setter.set(period, most * 11))))
        .contains("JUMP " + field, "TOO_DEAR " + field);
  }

  @Test
  void shouldCountADearPriceOfTheWrongKindAsNew() { // J2
    ModelPricing before = pricing(period -> period.setInputPerMTok(201.0));
    ModelPricing after =
        pricing(
            period -> {
              period.setInputPerMTok(201.0);
              period.getTuning().setTrainingPerMTok(201.0);
            });

    assertThat(judge(before, after)).containsExactly("TOO_DEAR tuning.trainingPerMTok");
  }

  static Stream<Arguments> halves() {
    return Stream.of(
        arguments("input unknown", null, 10.0, "inputPerMTok", "10"),
        arguments("output unknown", 2.5, null, "outputPerMTok", "2.5"),
        arguments("input free", 0.0, 10.0, "inputPerMTok", "10"),
        arguments("output free", 2.5, 0.0, "outputPerMTok", "2.5"),
        arguments("output unknown, input free", 0.0, null, "outputPerMTok", "0"));
  }

  @ParameterizedTest(name = "J3 {0}")
  @MethodSource("halves")
  void shouldFindHalfAPrice(
      String name, @Nullable Double input, @Nullable Double output, String field, String other) {
    ModelPricing half =
        pricing(
            period -> {
              period.setInputPerMTok(input);
              period.setCachedInputPerMTok(null);
              period.setOutputPerMTok(output);
              period.setTuning(null);
            });

    assertThat(JUDGE.judge(null, half, NOW))
        .containsExactly(new PriceFinding(FindingId.HALF_A_PRICE, field, null, other, null));
    assertThat(judge(half, half)).isEmpty();
  }

  @Test
  void shouldFindNoHalfWhereBothAreFreeOrUnknown() { // J3
    assertThat(
            judge(
                null,
                pricing(
                    period -> {
                      period.setInputPerMTok(0.0);
                      period.setCachedInputPerMTok(0.0);
                      period.setOutputPerMTok(0.0);
                    })))
        .isEmpty();
    assertThat(
            judge(
                null,
                pricing(
                    period -> {
                      period.setInputPerMTok(null);
                      period.setOutputPerMTok(null);
                    })))
        .isEmpty();
  }

  @Test
  void shouldFindHalfAPriceOfATier() { // J3
    assertThat(judge(null, pricing(tiers(tier(9, 0.0, 0.0, null)))))
        .containsExactly("HALF_A_PRICE tiers[>9].inputPerMTok");
  }

  @Test
  void shouldCountHalfAPriceAgainWhereTheOtherHalfJumped() { // J3
    ModelPricing before = pricing(period -> period.setInputPerMTok(0.0));
    ModelPricing after =
        pricing(
            period -> {
              period.setInputPerMTok(0.0);
              period.setOutputPerMTok(100.0);
            });

    assertThat(judge(before, after)).contains("JUMP outputPerMTok", "HALF_A_PRICE inputPerMTok");
  }

  @Test
  void shouldFindACacheDearerThanItsInput() { // J4
    assertThat(JUDGE.judge(null, pricing(period -> period.setCachedInputPerMTok(2.51)), NOW))
        .containsExactly(
            new PriceFinding(
                FindingId.CACHE_ABOVE_INPUT, "cachedInputPerMTok", null, "2.51", "2.5"));
    assertThat(judge(null, pricing(period -> period.setCachedInputPerMTok(2.5)))).isEmpty();
    assertThat(judge(null, pricing(tuning(tuning -> tuning.setCachedInputPerMTok(3.76)))))
        .containsExactly("CACHE_ABOVE_INPUT tuning.cachedInputPerMTok");
    // The tier has a cheaper input, and the cache price as without it.
    assertThat(judge(null, pricing(tiers(tier(9, 1.0, null, null)))))
        .containsExactly("CACHE_ABOVE_INPUT tiers[>9].cachedInputPerMTok");
  }

  @Test
  void shouldFindATunedPriceFarFromTheBasePrice() { // J5
    assertThat(judge(null, pricing(tuned(1.0, 100.0)))).isEmpty();
    assertThat(judge(null, pricing(tuned(1.0, 100.01))))
        .containsExactly("TUNED_APART tuning.inputPerMTok");
    assertThat(judge(null, pricing(tuned(1.0, 0.01)))).isEmpty();
    assertThat(judge(null, pricing(tuned(1.0, 0.0099))))
        .containsExactly("TUNED_APART tuning.inputPerMTok");
    assertThat(judge(null, pricing(tuned(1.0, 0.0)))).isEmpty();
    assertThat(judge(null, pricing(tuned(null, 100.01))))
        .doesNotContain("TUNED_APART tuning.inputPerMTok");
  }

  private static Consumer<PricePeriod> tuned(@Nullable Double input, Double tuned) {
    return period -> {
      period.setInputPerMTok(input);
      period.setCachedInputPerMTok(null);
      period.getTuning().setInputPerMTok(tuned);
      period.getTuning().setCachedInputPerMTok(null);
    };
  }

  private static ModelPricing dearer(Confidence confidence) {
    return of(
        pricing(period -> period.setInputPerMTok(2.6)),
        pricing -> pricing.setConfidence(confidence));
  }

  private static ModelPricing before(Confidence confidence, @Nullable Instant observedAt) {
    return of(
        pricing(period()),
        pricing -> {
          pricing.setConfidence(confidence);
          pricing.setObservedAt(observedAt);
        });
  }

  @Test
  void shouldFindAWeakerSourceWhileTheBetterOneIsNotStale() { // J6
    Instant justFresh = NOW.minus(Duration.ofDays(90)).plusMillis(1);

    assertThat(JUDGE.judge(before(Confidence.OFFICIAL, justFresh), dearer(Confidence.MIRROR), NOW))
        .containsExactly(
            new PriceFinding(
                FindingId.WEAKER_SOURCE,
                "confidence",
                "OFFICIAL",
                "MIRROR",
                "2026-11-22T00:00:00.001Z"));
    assertThat(
            judge(
                before(Confidence.OFFICIAL, NOW.minus(Duration.ofDays(90))),
                dearer(Confidence.ESTIMATE)))
        .isEmpty();
    assertThat(judge(before(Confidence.OFFICIAL, null), dearer(Confidence.ESTIMATE))).isEmpty();
    assertThat(judge(before(Confidence.MIRROR, NOW), dearer(Confidence.MIRROR))).isEmpty();
    assertThat(judge(before(Confidence.THIRD_PARTY, NOW), dearer(Confidence.OFFICIAL))).isEmpty();
    assertThat(judge(before(Confidence.THIRD_PARTY, NOW), dearer(Confidence.ESTIMATE)))
        .containsExactly("WEAKER_SOURCE confidence");
    assertThat(judge(null, dearer(Confidence.ESTIMATE))).isEmpty();
  }

  @Test
  void shouldHearAWeakerSourceThatSaysTheSame() { // J6
    ModelPricing same =
        of(pricing(period()), pricing -> pricing.setConfidence(Confidence.ESTIMATE));

    assertThat(judge(pricing(period()), same)).isEmpty();
  }

  @Test
  void shouldFindAnOlderPriceThatIsAnother() { // J8
    ModelPricing older =
        of(
            pricing(period -> period.setInputPerMTok(2.6)),
            pricing -> pricing.setObservedAt(NOW.minusMillis(1)));
    ModelPricing olderSame =
        of(pricing(period()), pricing -> pricing.setObservedAt(NOW.minusMillis(1)));

    assertThat(JUDGE.judge(pricing(period()), older, NOW))
        .containsExactly(
            new PriceFinding(
                FindingId.OLDER,
                "observedAt",
                "2026-11-22T00:00:00Z",
                "2026-11-21T23:59:59.999Z",
                "2026-11-22T00:00:00Z"));
    assertThat(judge(pricing(period()), olderSame)).isEmpty();
    assertThat(judge(pricing(period()), dearer(Confidence.OFFICIAL))).isEmpty();
    assertThat(judge(before(Confidence.OFFICIAL, null), older)).isEmpty();
    assertThat(
            judge(
                pricing(period()),
                of(
                    pricing(period -> period.setInputPerMTok(2.6)),
                    pricing -> pricing.setObservedAt(null))))
        .isEmpty();
    assertThat(judge(null, older)).isEmpty();
  }

  @Test
  void shouldTakeATierAloneForAnotherPrice() { // J6, J8
    ModelPricing older =
        of(
            pricing(tiers(tier(5, 2.6, null, null))),
            pricing -> pricing.setObservedAt(NOW.minusMillis(1)));

    assertThat(judge(pricing(period()), older)).containsExactly("OLDER observedAt");
  }

  static Stream<Arguments> vanishing() {
    return Stream.of(
        jump("inputPerMTok", (period, value) -> period.setInputPerMTok(value)),
        jump("outputPerMTok", (period, value) -> period.setOutputPerMTok(value)),
        jump("cachedInputPerMTok", (period, value) -> period.setCachedInputPerMTok(value)),
        jump("tuning.trainingPerMTok", (p, value) -> p.getTuning().setTrainingPerMTok(value)),
        jump("tuning.trainingPerHour", (p, value) -> p.getTuning().setTrainingPerHour(value)),
        jump("tuning.inputPerMTok", (p, value) -> p.getTuning().setInputPerMTok(value)),
        jump("tuning.cachedInputPerMTok", (p, value) -> p.getTuning().setCachedInputPerMTok(value)),
        jump("tuning.outputPerMTok", (p, value) -> p.getTuning().setOutputPerMTok(value)),
        jump("tuning.batchInputPerMTok", (p, value) -> p.getTuning().setBatchInputPerMTok(value)),
        jump("tuning.batchOutputPerMTok", (p, value) -> p.getTuning().setBatchOutputPerMTok(value)),
        jump(
            "tiers[>7].inputPerMTok",
            (p, value) ->
                p.setTiers(value == null ? List.of() : List.of(tier(7, value, null, null)))),
        jump(
            "tiers[>7].outputPerMTok",
            (p, value) ->
                p.setTiers(value == null ? List.of() : List.of(tier(7, null, null, value)))));
  }

  @ParameterizedTest(name = "J7 {0}")
  @MethodSource("vanishing")
  void shouldFindAPriceThatVanished(String field, Setter setter) {
    ModelPricing known = pricing(period -> setter.set(period, 1.2));
    ModelPricing free = pricing(period -> setter.set(period, 0.0));
    ModelPricing unknown = pricing(period -> setter.set(period, null));
    // Without the tier its prompts pay what all others do.
    boolean isOfTier = field.startsWith("tiers");

    assertThat(judge(known, free)).contains("VANISHED " + field);
    assertThat(judge(known, unknown).contains("VANISHED " + field)).isEqualTo(!isOfTier);
    assertThat(judge(free, unknown)).doesNotContain("VANISHED " + field);
    assertThat(judge(unknown, known)).doesNotContain("VANISHED " + field);
    assertThat(judge(null, unknown)).doesNotContain("VANISHED " + field);
  }

  @Test
  void shouldNotMissWhatNoRowNames() { // J7
    ModelPricing after =
        pricing(
            period -> {
              period.setCacheWritePerMTok(null);
              period.setBatchInputPerMTok(null);
              period.setBatchOutputPerMTok(null);
            });

    assertThat(judge(pricing(period()), after)).isEmpty();
  }

  @Test
  void shouldFindTuningThatVanished() { // J7
    assertThat(judge(pricing(period()), pricing(period -> period.setTuning(null))))
        .contains("VANISHED tuning", "VANISHED tuning.trainingPerMTok");
    assertThat(
            judge(
                pricing(period -> period.setTuning(new Tuning())),
                pricing(period -> period.setTuning(null))))
        .containsExactly("VANISHED tuning");
    assertThat(judge(pricing(period -> period.setTuning(null)), pricing(period()))).isEmpty();
  }

  @Test
  void shouldFindAnnouncedPricesThatVanished() { // J7
    PricePeriod announced = period(p -> p.setEffectiveFrom(NOW.plusMillis(1)));
    PricePeriod begun = period(p -> p.setEffectiveFrom(NOW));
    PricePeriod otherDate = period(p -> p.setEffectiveFrom(NOW.plusMillis(5)));

    assertThat(judge(pricing(period(), announced), pricing(period())))
        .containsExactly("VANISHED periods");
    assertThat(judge(pricing(period(), begun), pricing(period()))).isEmpty();
    assertThat(judge(pricing(period(), announced), pricing(period(), otherDate))).isEmpty();
  }

  static Stream<Arguments> retiring() {
    return Stream.of(
        arguments("third party", Confidence.THIRD_PARTY, true),
        arguments("estimate", Confidence.ESTIMATE, true),
        arguments("mirror", Confidence.MIRROR, false),
        arguments("official", Confidence.OFFICIAL, false));
  }

  @ParameterizedTest(name = "J7 retired by the word of a {0}")
  @MethodSource("retiring")
  void shouldFindAModelThatIsGoneByAWeakWord(String name, Confidence confidence, boolean found) {
    ModelPricing before = of(pricing(period()), p -> p.setConfidence(Confidence.ESTIMATE));
    ModelPricing retired =
        of(
            pricing(period()),
            p -> {
              p.setConfidence(confidence);
              p.setRetiresAt(NOW);
              p.setTunedRetiresAt(NOW.minusMillis(1));
            });
    ModelPricing retiring =
        of(
            pricing(period()),
            p -> {
              p.setConfidence(confidence);
              p.setRetiresAt(NOW.plusMillis(1));
              p.setTunedRetiresAt(NOW.plusMillis(1));
            });

    assertThat(judge(before, retired))
        .isEqualTo(found ? List.of("VANISHED retiresAt", "VANISHED tunedRetiresAt") : List.of());
    assertThat(judge(before, retiring)).isEmpty();
    assertThat(judge(retired, of(pricing(period()), p -> p.setRetiresAt(NOW)))).isEmpty();
    assertThat(judge(null, retired)).isEmpty();
  }

  @Test
  void shouldJudgeAFirstPeriodWithNothingBefore() {
    PricePeriod later = period(p -> p.setEffectiveFrom(NOW.plus(Duration.ofDays(1))));
    ModelPricing onlyLater = pricing(later);

    // Nothing was in force yet: there is nothing that could have jumped or vanished.
    assertThat(judge(onlyLater, pricing(period(p -> p.setInputPerMTok(100.0)), later))).isEmpty();
  }

  @Test
  void shouldSayEachIdAndFieldOnceWithTheFirstPeriodThatHasIt() {
    PricePeriod second =
        period(
            p -> {
              p.setEffectiveFrom(NOW.plus(Duration.ofDays(1)));
              p.setInputPerMTok(50.0);
            });

    assertThat(
            JUDGE.judge(
                pricing(period()), pricing(period(p -> p.setInputPerMTok(25.0)), second), NOW))
        .containsExactly(new PriceFinding(FindingId.JUMP, "inputPerMTok", "2.5", "25", "10"));
  }

  @Test
  void shouldHoldToOtherBoundsWhereTheyAreSet() {
    PriceJudge strict = new PriceJudge(new ReviewBounds(2, 2, 9, 20, 1), 1);
    ModelPricing twice = pricing(period -> period.setInputPerMTok(5.0));

    assertThat(strict.judge(pricing(period()), twice, NOW))
        .extracting(finding -> finding.getId() + " " + finding.getField())
        .containsExactly("JUMP inputPerMTok", "TOO_DEAR inputPerMTok");
    assertThat(strict.judge(null, pricing(period()), NOW))
        .extracting(PriceFinding::getField)
        .containsExactly(
            "inputPerMTok",
            "outputPerMTok",
            "tuning.inputPerMTok",
            "tuning.outputPerMTok",
            "tuning.trainingPerMTok",
            "tuning.hostingPerHour");
  }
}
