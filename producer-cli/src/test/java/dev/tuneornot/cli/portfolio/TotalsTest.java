package dev.tuneornot.cli.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.portfolio.ranking.Item;
import dev.tuneornot.portfolio.ranking.Knapsack;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {

  @Test
  void shouldProveTheOptimum() {
    Item item = new Item("p", BigDecimal.TEN, BigDecimal.valueOf(25));

    assertThat(Totals.sentences(Knapsack.choose(List.of(item), BigDecimal.TEN), BigDecimal.TEN))
        .isEqualTo(
            """

            1 of 1 funded with $10.00 of $10.00; net benefit $25.00.
            No choice within the budget is better.
            """);
  }

  @Test
  void shouldRefuseABudgetThatIsNone() {
    assertThat(Shell.plain().run("portfolio", "rank", "--budget", "-1").exitCode()).isEqualTo(2);
    assertThat(Shell.plain().run("portfolio", "rank").err()).contains("--budget");
  }
}
