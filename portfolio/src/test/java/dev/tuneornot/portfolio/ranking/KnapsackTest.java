package dev.tuneornot.portfolio.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.portfolio.ranking.Choice.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnapsackTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldBeTheBestOfAllChoices(int seed) {
    List<Item> items = randomItems(seed);
    BigDecimal budget = BigDecimal.valueOf(new Random(seed).nextInt(60));

    Choice choice = Knapsack.choose(items, budget);

    assertThat(choice.benefit()).isEqualByComparingTo(bruteForce(items, budget));
    assertThat(choice.method()).isEqualTo(Method.EXACT);
    assertThat(choice.gap()).isEqualByComparingTo(BigDecimal.ZERO);
    assertIsWithinBudget(choice, items, budget);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldStayBelowItsBoundWithoutASearch(int seed) {
    List<Item> items = randomItems(seed);
    BigDecimal budget = BigDecimal.valueOf(new Random(seed).nextInt(60));
    BigDecimal best = bruteForce(items, budget);

    Choice choice = Knapsack.choose(items, budget, 0);

    assertThat(choice.benefit()).isLessThanOrEqualTo(best);
    assertThat(choice.bound()).isGreaterThanOrEqualTo(best);
    // Greedy by ratio or the best single item is at least half of the optimum.
    assertThat(choice.benefit().multiply(BigDecimal.valueOf(2))).isGreaterThanOrEqualTo(best);
    assertIsWithinBudget(choice, items, budget);
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @Test
  void shouldTakeTheSingleItemThatBeatsTheGreedyChoice() {
    List<Item> items = List.of(item("small", 1, 2), item("large", 100, 150));

    Choice choice = Knapsack.choose(items, BigDecimal.valueOf(100), 0);

    assertThat(choice.method()).isEqualTo(Method.BEST_SINGLE);
    assertThat(choice.chosen()).containsExactly("large");
    assertThat(choice.bound()).isEqualByComparingTo("150.5");
    assertThat(choice.gap()).isEqualByComparingTo("0.5");
  }

  @Test
  void shouldBeatGreedyBySearching() {
    List<Item> items = List.of(item("a", 6, 9), item("b", 5, 7), item("c", 5, 7));

    assertThat(Knapsack.choose(items, BigDecimal.TEN, 0).chosen()).containsExactly("a");
    assertThat(Knapsack.choose(items, BigDecimal.TEN).chosen()).containsExactly("b", "c");
  }

  @Test
  void shouldFundWhatCostsNothingAndNothingThatLoses() {
    List<Item> items =
        List.of(
            item("free", 0, 1), item("free loss", 0, -1), item("loss", 1, -5), item("no", 1, 0));

    Choice choice = Knapsack.choose(items, BigDecimal.TEN);

    assertThat(choice.chosen()).containsExactly("free");
    assertThat(choice.ranked())
        .extracting(Item::id)
        .containsExactly("free", "no", "loss", "free loss");
    assertThat(choice.cost()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldChooseNothingOfNothing() {
    Choice choice = Knapsack.choose(List.of(), BigDecimal.TEN);

    assertThat(choice.chosen()).isEmpty();
    assertThat(choice.gap()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldRankTiesById() {
    List<Item> items = List.of(item("b", 2, 4), item("a", 2, 4), item("c", 1, 2));

    assertThat(Knapsack.choose(items, BigDecimal.ONE).ranked())
        .extracting(Item::id)
        .containsExactly("c", "a", "b");
  }

  @Test
  void shouldRankAmountsThatDoNotFitIntoMicroDollars() {
    BigDecimal huge = new BigDecimal("1e18");
    List<Item> items = List.of(new Item("a", huge, huge), new Item("b", huge, huge.add(huge)));

    Choice choice = Knapsack.choose(items, huge);

    assertThat(choice.chosen()).containsExactly("b");
    assertThat(choice.method()).isEqualTo(Method.GREEDY);
    assertThat(choice.gap()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldProveAlmostTheOptimumOfALargePortfolio() {
    Random random = new Random(1);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      items.add(item("p" + i, 500 + random.nextInt(50_000), 1 + random.nextInt(200_000)));
    }

    Choice choice = Knapsack.choose(items, BigDecimal.valueOf(10_000_000));

    assertThat(choice.gap().doubleValue() / choice.bound().doubleValue()).isBetween(0.0, 1e-3);
  }

  @Test
  void shouldRefuseNegativeAmounts() {
    assertThatThrownBy(() -> Knapsack.choose(List.of(), BigDecimal.ONE.negate()))
        .hasMessage("budget = -1: must be 0 or more");
    assertThatThrownBy(() -> item("p", -1, 1)).hasMessage("p: cost = -1: must be 0 or more");
  }

  private static void assertIsWithinBudget(Choice choice, List<Item> items, BigDecimal budget) {
    List<Item> chosen = items.stream().filter(item -> choice.chosen().contains(item.id())).toList();
    assertThat(sum(chosen, true)).isEqualByComparingTo(choice.cost()).isLessThanOrEqualTo(budget);
    assertThat(sum(chosen, false)).isEqualByComparingTo(choice.benefit());
  }

  private static BigDecimal bruteForce(List<Item> items, BigDecimal budget) {
    BigDecimal best = BigDecimal.ZERO;
    for (int set = 0; set < 1 << items.size(); set++) {
      List<Item> chosen = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(items.get(i));
        }
      }
      if (sum(chosen, true).compareTo(budget) <= 0) {
        best = best.max(sum(chosen, false));
      }
    }
    return best;
  }

  private static BigDecimal sum(List<Item> items, boolean costs) {
    return items.stream()
        .map(item -> costs ? item.cost() : item.benefit())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Up to 11 items, some free, some without benefit, many equal. */
  private static List<Item> randomItems(int seed) {
    Random random = new Random(1000L + seed);
    List<Item> items = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      items.add(item("p" + i, random.nextInt(25), random.nextInt(30) - 5));
    }
    return items;
  }

  private static Item item(String id, long cost, long benefit) {
    return new Item(id, BigDecimal.valueOf(cost), BigDecimal.valueOf(benefit));
  }
}
