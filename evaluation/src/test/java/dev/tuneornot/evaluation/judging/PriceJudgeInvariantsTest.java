package dev.tuneornot.evaluation.judging;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every price, whatever it is. */
class PriceJudgeInvariantsTest {
  private static final List<Confidence> CONFIDENCES =
      List.of(Confidence.OFFICIAL, Confidence.MIRROR, Confidence.THIRD_PARTY, Confidence.ESTIMATE);
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final PriceJudge JUDGE = new PriceJudge(ReviewBounds.DEFAULTS, 90);
  private static final int ROUNDS = 2_000;

  static {
    TrustedClasses.install();
  }

  private static final class Prices {
    private final Random random;

    Prices(long seed) {
      random = new Random(seed);
    }

    ModelPricing next() {
      List<PricePeriod> periods = new ArrayList<>();
      Instant from = NOW.minus(Duration.ofDays(random.nextInt(400) - 100));
      for (int i = 0; i <= random.nextInt(3); i++) {
        periods.add(period(from));
        from = from.plus(Duration.ofDays(1 + random.nextInt(200)));
      }
      return ModelPricing.newBuilder()
          .setModelId("openai/gpt-4o")
          .setPeriods(periods)
          .setTokenFactor(random.nextInt(10) == 0 ? 0.1 + random.nextInt(9) : 1)
          .setConfidence(CONFIDENCES.get(random.nextInt(4)))
          .setObservedAt(date())
          .setRetiresAt(date())
          .setTunedRetiresAt(date())
          .build();
    }

    private PricePeriod period(Instant from) {
      List<Tier> tiers = new ArrayList<>();
      for (int i = 0; i < random.nextInt(3); i++) {
        tiers.add(new Tier(100_000 * (i + 1), price(), price(), price(), price()));
      }
      Tuning tuning =
          new Tuning(
              price(), price(), price(0), price(), price(), price(), price(), price(), price(0),
              price(0), 1);
      return new PricePeriod(
          from,
          price(),
          price(),
          price(),
          price(),
          price(),
          price(),
          tiers,
          random.nextBoolean() ? tuning : null);
    }

    private @Nullable Instant date() {
      return random.nextBoolean() ? null : NOW.plus(Duration.ofDays(random.nextInt(300) - 150));
    }

    private @Nullable Double price() {
      return random.nextInt(5) == 0 ? null : price(0);
    }

    private double price(double least) {
      return random.nextInt(6) == 0
          ? least
          : Math.round(Math.pow(10, random.nextInt(7) - 2) * (1 + random.nextInt(9))) / 100.0;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldFindNothingInAPriceThatIsSentAgain(long seed) {
    Prices prices = new Prices(seed);
    for (int i = 0; i < ROUNDS; i++) {
      ModelPricing price = prices.next();

      assertThat(JUDGE.judge(price, ModelPricing.newBuilder(price).build(), NOW)).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldSayEachIdAndFieldOnceInTheOrderOfTheIds(long seed) {
    Prices prices = new Prices(seed);
    for (int i = 0; i < ROUNDS; i++) {
      ModelPricing before = prices.next();
      ModelPricing after = prices.next();
      ModelPricing afterBefore = ModelPricing.newBuilder(after).build();

      List<PriceFinding> findings = JUDGE.judge(before, after, NOW);

      Set<String> seen = new HashSet<>();
      for (PriceFinding finding : findings) {
        assertThat(seen.add(finding.getId() + finding.getField())).isTrue();
      }
      assertThat(findings).extracting(PriceFinding::getId).isSorted();
      assertThat(findings).hasSizeLessThanOrEqualTo(100);
      assertThat(after).isEqualTo(afterBefore);
      assertThat(JUDGE.judge(before, after, NOW)).isEqualTo(findings);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldFindInAFirstPriceWhatIsOddInItselfAndAtLeastWhatAnyOtherBeforeLeaves(long seed) {
    Prices prices = new Prices(seed);
    Set<FindingId> inItself =
        EnumSet.of(
            FindingId.TOO_DEAR,
            FindingId.HALF_A_PRICE,
            FindingId.CACHE_ABOVE_INPUT,
            FindingId.TUNED_APART);
    for (int i = 0; i < ROUNDS; i++) {
      ModelPricing before = prices.next();
      ModelPricing after = prices.next();

      Set<FindingId> first = ids(JUDGE.judge(null, after, NOW));
      Set<FindingId> later = ids(JUDGE.judge(before, after, NOW));

      assertThat(inItself).containsAll(first);
      later.retainAll(EnumSet.of(FindingId.TOO_DEAR, FindingId.TUNED_APART));
      assertThat(first).containsAll(later);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldFindTheSameJumpsThereAndBack(long seed) {
    Prices prices = new Prices(seed);
    for (int i = 0; i < ROUNDS; i++) {
      // Of one period, as what counts of several depends on which is the new price.
      ModelPricing one = prices.next();
      ModelPricing other = prices.next();
      Instant at = Instant.parse("2030-01-01T00:00:00Z");

      assertThat(jumps(JUDGE.judge(one, other, at)))
          .containsExactlyInAnyOrderElementsOf(jumps(JUDGE.judge(other, one, at)));
    }
  }

  @Test
  void shouldMeetEveryFindingInTheseTests() {
    Prices prices = new Prices(7);
    Set<FindingId> met = EnumSet.noneOf(FindingId.class);
    for (int i = 0; i < ROUNDS; i++) {
      met.addAll(ids(JUDGE.judge(prices.next(), prices.next(), NOW)));
    }

    assertThat(met).isEqualTo(EnumSet.complementOf(EnumSet.of(FindingId.OTHER)));
  }

  private static Set<FindingId> ids(List<PriceFinding> findings) {
    Set<FindingId> ids = EnumSet.noneOf(FindingId.class);
    findings.forEach(finding -> ids.add(finding.getId()));
    return ids;
  }

  private static List<String> jumps(List<PriceFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.getId() == FindingId.JUMP)
        .map(PriceFinding::getField)
        .toList();
  }
}
