package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums over portfolios. */
class RollUpTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void sendPrices() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldCountAndAddTheAmountsOfThoseThatGo() {
    send("a", "legal");
    send("b", "legal");
    bench.send(Samples.undecided("c", "legal"));
    List<Recommendation> recommendations = bench.settle();

    PortfolioSummary legal = bench.summaries().get("legal");

    BigDecimal savings = Dollars.of(recommendations.get(0).getMonthlySavings());
    assertThat(legal.getProposals()).isEqualTo(3);
    assertThat(legal.getByDecision()).containsOnly(entry("FINE_TUNE", 2L), entry("UNDECIDED", 1L));
    assertThat(legal.getByVerdict()).containsOnly(entry("GO", 2L), entry("NOT_APPLICABLE", 1L));
    assertThat(legal.getMonthlySavings()).isEqualTo(savings.add(savings));
    assertThat(legal.getUpfrontCost())
        .isEqualTo(
            Dollars.of(recommendations.get(0).getUpfrontCost()).multiply(BigDecimal.valueOf(2)));
    assertThat(legal.getNetBenefit()).isPositive();
  }

  @Test
  void shouldFollowAProposalThatMoves() {
    send("a", "legal");
    send("b", "legal");
    bench.settle();
    bench.summaries();

    send("a", "sales");
    bench.settle();

    Map<String, PortfolioSummary> changed = bench.summaries();
    assertThat(changed.get("legal").getProposals()).isEqualTo(1);
    assertThat(changed.get("sales").getProposals()).isEqualTo(1);
    assertThat(changed.get("legal").getMonthlySavings())
        .isEqualTo(changed.get("sales").getMonthlySavings());
  }

  @Test
  void shouldDeleteAPortfolioWithoutProposals() {
    send("a", "legal");
    bench.settle();
    bench.summaries();

    bench.deleteProposal("a");
    bench.settle();

    assertThat(bench.summaries()).containsOnly(entry("legal", null));
  }

  @Test
  void shouldFollowAPriceChange() {
    send("a", "legal");
    bench.settle();
    bench.summaries();

    bench.send(tunable(CANDIDATE, 300));
    bench.settle();

    PortfolioSummary legal = bench.summaries().get("legal");
    assertThat(legal.getByVerdict()).doesNotContainKey("GO");
    assertThat(legal.getMonthlySavings()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(legal.getNetBenefit()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void shouldSayNothingWhereNothingHasChanged() {
    send("a", "legal");
    bench.settle();
    bench.summaries();

    send("a", "legal");
    bench.settle();

    assertThat(bench.summaries()).isEmpty();
  }

  private void send(String id, String portfolio) {
    bench.send(worthTuning(id, portfolio, BASELINE, List.of(CANDIDATE)));
  }
}
