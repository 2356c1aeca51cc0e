package dev.tuneornot.portfolio.ranking;

import static dev.tuneornot.portfolio.ranking.Some.base;
import static dev.tuneornot.portfolio.ranking.Some.fundable;
import static dev.tuneornot.portfolio.ranking.Some.hosted;
import static dev.tuneornot.portfolio.ranking.Some.plain;
import static dev.tuneornot.portfolio.ranking.Some.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.portfolio.ranking.Choice.Method;
import dev.tuneornot.portfolio.ranking.Choice.Ranked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnapsackTest {

  private static final Offset<BigDecimal> MICRO = Offset.offset(new BigDecimal("0.000002"));

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldBeTheBestOfAllChoices(int seed) {
    List<Fundable> fundables = Some.portfolio(seed);
    BigDecimal budget = budget(seed);

    Choice choice = Knapsack.choose(fundables, budget);

    assertThat(choice.benefit()).isEqualByComparingTo(bruteForce(fundables, budget));
    assertThat(choice.method()).isEqualTo(Method.EXACT);
    assertThat(choice.gap()).isEqualByComparingTo(BigDecimal.ZERO);
    assertIsWhatItSays(choice, fundables, budget);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldStayBelowItsBoundWithoutASearch(int seed) {
    List<Fundable> fundables = Some.portfolio(seed);
    BigDecimal budget = budget(seed);
    BigDecimal best = bruteForce(fundables, budget);

    Choice choice = Knapsack.choose(fundables, budget, 0);

    assertThat(choice.benefit()).isLessThanOrEqualTo(best);
    assertThat(choice.bound()).isGreaterThanOrEqualTo(best);
    assertIsWhatItSays(choice, fundables, budget);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldBringHalfOfTheBestWithoutASearchWhereNothingIsHosted(int seed) {
    List<Fundable> fundables = Some.unhostedPortfolio(seed);
    BigDecimal budget = budget(seed);

    Choice choice = Knapsack.choose(fundables, budget, 0);

    assertThat(choice.benefit().multiply(BigDecimal.valueOf(2)))
        .isGreaterThanOrEqualTo(bruteForce(fundables, budget));
    assertThat(Knapsack.choose(fundables, budget).benefit())
        .isEqualByComparingTo(bruteForce(fundables, budget));
  }

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  private static BigDecimal budget(int seed) {
    return BigDecimal.valueOf(new Random(seed).nextInt(70));
  }

  @Test
  void shouldTakeTheSingleOneThatBeatsTheRatio() {
    List<Fundable> fundables = List.of(plain("small", 1, 2), plain("large", 100, 150));

    Choice choice = Knapsack.choose(fundables, usd(100), 0);

    assertThat(chosen(choice)).containsExactly("large");
    assertThat(choice.bound()).isCloseTo(new BigDecimal("150.5"), MICRO);
    assertThat(choice.gap()).isCloseTo(new BigDecimal("0.5"), MICRO);
  }

  @Test
  void shouldBeatTheRatioBySearching() {
    List<Fundable> fundables = List.of(plain("a", 6, 9), plain("b", 5, 7), plain("c", 5, 7));

    assertThat(chosen(Knapsack.choose(fundables, usd(10), 0))).containsExactly("a");
    assertThat(chosen(Knapsack.choose(fundables, usd(10)))).containsExactly("b", "c");
  }

  @Test
  void shouldFundWhatCostsNothingAndNothingThatLoses() {
    List<Fundable> fundables =
        List.of(
            plain("free", 0, 1),
            plain("free loss", 0, -1),
            plain("loss", 1, -5),
            plain("no", 1, 0));

    Choice choice = Knapsack.choose(fundables, usd(10));

    assertThat(chosen(choice)).containsExactly("free");
    assertThat(choice.ranked())
        .extracting(ranked -> ranked.proposal().proposalId())
        .containsExactly("free", "no", "loss", "free loss");
    assertThat(choice.cost()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldChooseNothingOfNothing() {
    Choice choice = Knapsack.choose(List.of(), usd(10));

    assertThat(choice.ranked()).isEmpty();
    assertThat(choice.gap()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldRankTiesById() {
    List<Fundable> fundables = List.of(plain("b", 2, 4), plain("a", 2, 4), plain("c", 2, 4));

    assertThat(Knapsack.choose(fundables, usd(1)).ranked())
        .extracting(ranked -> ranked.proposal().proposalId())
        .containsExactly("a", "b", "c");
  }

  @Test
  void shouldRankAmountsThatDoNotFitIntoMicroDollars() {
    BigDecimal huge = new BigDecimal("1e18");
    List<Fundable> fundables =
        List.of(
            fundable("a", Way.unhosted("openai/m", huge, huge)),
            fundable("b", Way.unhosted("openai/m", huge, huge.add(huge))));

    Choice choice = Knapsack.choose(fundables, huge);

    assertThat(chosen(choice)).containsExactly("b");
    assertThat(choice.method()).isEqualTo(Method.BOUNDED);
    assertThat(choice.bound()).isGreaterThanOrEqualTo(huge.add(huge));
    assertThat(choice.gap().doubleValue()).isLessThan(1e10);
  }

  @Test
  void shouldShareADeploymentThatNobodyCouldPayAlone() {
    Base base = base("openai/base", 10, 3);
    List<Fundable> fundables =
        List.of(
            fundable("a", hosted(base, 5, 50, 12)),
            fundable("b", hosted(base, 5, 80, 12)),
            fundable("c", hosted(base, 5, 20, 12)),
            fundable("d", hosted(base, 5, 10, 12)));

    Choice choice = Knapsack.choose(fundables, usd(100));

    assertThat(chosen(choice)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(choice.benefit()).isEqualByComparingTo("30");
    assertThat(choice.deployments()).hasSize(1);
    Deployment deployment = choice.deployments().get(0);
    assertThat(deployment.hosting()).isEqualByComparingTo("120");
    // 40 each is more than the 20 that c gains; the others pay the same.
    assertThat(deployment.members())
        .containsExactly(
            new Deployment.Member("a", new BigDecimal("50.000000")),
            new Deployment.Member("b", new BigDecimal("50.000000")),
            new Deployment.Member("c", usd(20)));
  }

  @Test
  void shouldOpenNoDeploymentThatTheMoneyCannotFill() {
    Base base = base("openai/base", 10, 2);
    List<Fundable> fundables =
        List.of(
            fundable("a", hosted(base, 5, 80, 12)),
            fundable("b", hosted(base, 5, 80, 12)),
            plain("c", 9, 30));

    assertThat(chosen(Knapsack.choose(fundables, usd(10)))).containsExactlyInAnyOrder("a", "b");
    assertThat(chosen(Knapsack.choose(fundables, usd(9)))).containsExactly("c");
  }

  @Test
  void shouldPreferAWayThatFillsADeployment() {
    Base base = base("openai/base", 10, 2);
    List<Fundable> fundables =
        List.of(
            fundable("a", Way.unhosted("openai/own", usd(5), usd(60)), hosted(base, 5, 110, 12)),
            fundable("b", hosted(base, 5, 90, 12)));

    Choice choice = Knapsack.choose(fundables, usd(10));

    assertThat(choice.benefit()).isEqualByComparingTo("80");
    assertThat(choice.ranked())
        .extracting(ranked -> ranked.way().modelId())
        .containsOnly("openai/base");
    assertThat(Knapsack.choose(fundables.subList(0, 1), usd(10)).ranked())
        .extracting(ranked -> ranked.way().modelId())
        .containsOnly("openai/own");
  }

  @Test
  void shouldPutThoseTogetherThatStayAsLong() {
    Base base = base("openai/base", 10, 2);
    List<Fundable> fundables =
        List.of(
            fundable("a", hosted(base, 0, 500, 12)),
            fundable("b", hosted(base, 0, 500, 2)),
            fundable("c", hosted(base, 0, 500, 12)),
            fundable("d", hosted(base, 0, 500, 3)));

    Choice choice = Knapsack.choose(fundables, usd(0));

    assertThat(choice.deployments())
        .extracting(Deployment::hosting)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(usd(120), usd(30));
    assertThat(choice.deployments().get(0).members())
        .extracting(Deployment.Member::proposalId)
        .containsExactly("a", "c");
  }

  @Test
  void shouldProveAlmostTheOptimumOfALargePortfolio() {
    Random random = new Random(1);
    List<Fundable> fundables = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      fundables.add(plain("p" + i, 500 + random.nextInt(50_000), 1 + random.nextInt(200_000)));
    }

    Choice choice = Knapsack.choose(fundables, usd(10_000_000));

    assertThat(choice.gap().doubleValue() / choice.bound().doubleValue()).isBetween(0.0, 1e-3);
  }

  @Test
  void shouldProveAlmostTheOptimumOfThousandsThatShareHosting() {
    Random random = new Random(2);
    List<Base> bases = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      bases.add(base("openai/base-" + i, 500 + random.nextInt(5000), 1 + random.nextInt(100)));
    }
    List<Fundable> fundables = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      List<Way> ways = new ArrayList<>();
      if (random.nextBoolean()) {
        ways.add(
            Way.unhosted(
                "openai/own", usd(500 + random.nextInt(50_000)), usd(random.nextInt(100_000))));
      }
      int first = random.nextInt(bases.size());
      for (int way = 0; way <= random.nextInt(2); way++) {
        ways.add(
            hosted(
                bases.get((first + way) % bases.size()),
                500 + random.nextInt(50_000),
                1 + random.nextInt(100_000),
                random.nextInt(4) == 0 ? 1 + random.nextInt(11) : 12));
      }
      fundables.add(fundable("p" + i, ways.toArray(Way[]::new)));
    }

    Choice choice = Knapsack.choose(fundables, usd(5_000_000));

    assertThat(choice.deployments()).isNotEmpty();
    assertThat(choice.gap().doubleValue() / choice.bound().doubleValue()).isBetween(0.0, 1e-3);
    assertIsWhatItSays(choice, fundables, usd(5_000_000));
  }

  @Test
  void shouldRefuseNegativeAmounts() {
    assertThatThrownBy(() -> Knapsack.choose(List.of(), BigDecimal.ONE.negate()))
        .hasMessage("budget = -1: must be 0 or more");
    assertThatThrownBy(() -> plain("p", -1, 1))
        .hasMessage("openai/own: upfrontCost = -1: must be 0 or more");
  }

  private static List<String> chosen(Choice choice) {
    return choice.ranked().stream()
        .filter(Ranked::chosen)
        .map(ranked -> ranked.proposal().proposalId())
        .toList();
  }

  /** The sums are those of what was chosen, counted anew month by month. */
  private static void assertIsWhatItSays(
      Choice choice, List<Fundable> fundables, BigDecimal budget) {
    List<Way> ways = choice.ranked().stream().filter(Ranked::chosen).map(Ranked::way).toList();
    BigDecimal cost = ways.stream().map(Way::upfrontCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(choice.ranked()).hasSize(fundables.size());
    assertThat(choice.cost()).isEqualByComparingTo(cost).isLessThanOrEqualTo(budget);
    assertThat(choice.benefit()).isEqualByComparingTo(value(ways));
    assertThat(choice.ranked())
        .filteredOn(Ranked::chosen)
        .allSatisfy(ranked -> assertThat(ranked.netBenefit().signum()).isGreaterThanOrEqualTo(0));
    for (Deployment deployment : choice.deployments()) {
      assertThat(deployment.members()).hasSizeBetween(1, deployment.base().places());
      assertThat(
              deployment.members().stream()
                  .map(Deployment.Member::pays)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(deployment.hosting());
    }
  }

  /** Gains less what the deployments cost that each month needs. */
  private static BigDecimal value(List<Way> ways) {
    BigDecimal value = BigDecimal.ZERO;
    Map<Base, int[]> tenants = new HashMap<>();
    for (Way way : ways) {
      value = value.add(way.gain());
      if (way.base() != null) {
        int months = way.hosting().divide(way.base().hostingPerMonth()).intValueExact();
        for (int month = 0; month < months; month++) {
          tenants.computeIfAbsent(way.base(), each -> new int[12])[month]++;
        }
      }
    }
    for (Map.Entry<Base, int[]> entry : tenants.entrySet()) {
      Base base = entry.getKey();
      for (int each : entry.getValue()) {
        int deployments = (each + base.places() - 1) / base.places();
        value = value.subtract(base.hostingPerMonth().multiply(BigDecimal.valueOf(deployments)));
      }
    }
    return value;
  }

  private static BigDecimal bruteForce(List<Fundable> fundables, BigDecimal budget) {
    return bruteForce(fundables, 0, new ArrayList<>(), budget);
  }

  private static BigDecimal bruteForce(
      List<Fundable> fundables, int next, List<Way> ways, BigDecimal left) {
    if (left.signum() < 0) {
      return BigDecimal.valueOf(Long.MIN_VALUE);
    }
    if (next == fundables.size()) {
      return value(ways);
    }
    BigDecimal best = bruteForce(fundables, next + 1, ways, left);
    for (Way way : fundables.get(next).ways()) {
      ways.add(way);
      best = best.max(bruteForce(fundables, next + 1, ways, left.subtract(way.upfrontCost())));
      ways.remove(ways.size() - 1);
    }
    return best;
  }
}
