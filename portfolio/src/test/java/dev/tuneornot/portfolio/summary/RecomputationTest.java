package dev.tuneornot.portfolio.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RecomputationTest {

  @Test
  void shouldAddUpAmountsOfGoAndCountAll() {
    PortfolioSummary sales = recomputed().get("sales");

    assertThat(sales.getProposals()).isEqualTo(3);
    assertThat(sales.getByVerdict())
        .containsExactlyInAnyOrderEntriesOf(Map.of("GO", 2L, "CAUTION", 1L));
    assertThat(sales.getByDecision()).containsExactlyEntriesOf(Map.of("FINE_TUNE", 3L));
    assertThat(sales.getMonthlySavings()).isEqualTo("0.300000");
    assertThat(sales.getUpfrontCost()).isEqualTo("20.000000");
    assertThat(sales.getNetBenefit()).isEqualTo("-2.000000");
  }

  @Test
  void shouldRoundEachAmountHalfEven() {
    Recomputation recomputation = new Recomputation();
    // Binary fractions that end in half a micro-dollar: one goes down, one up.
    recomputation.add(row("p", Verdict.GO, 0.0078125, 0, 0));
    recomputation.add(row("p", Verdict.GO, 0.0234375, 0, 0));

    assertThat(recomputation.summaries().get("p").getMonthlySavings()).isEqualTo("0.031250");
  }

  @Test
  void shouldFindNoDifferenceWhereThereIsNone() {
    assertThat(Discrepancies.of(recomputed(), recomputed())).isEmpty();
  }

  @Test
  void shouldNameEachFigureThatDiffers() {
    SortedMap<String, PortfolioSummary> kept = recomputed();
    kept.get("sales").setProposals(4L);
    kept.get("sales").getByVerdict().remove("CAUTION");
    kept.get("sales").setNetBenefit(Dollars.of(1.0));
    kept.put("old", kept.get("sales"));
    SortedMap<String, PortfolioSummary> recomputed = recomputed();
    recomputed.put("new", recomputed.get("sales"));

    assertThat(Discrepancies.of(kept, recomputed))
        .containsExactly(
            "new: there is no summary",
            "old: there is a summary, and no recommendation",
            "sales: byVerdict.CAUTION is 0, and 1 by the recommendations",
            "sales: netBenefit is 1.000000, and -2.000000 by the recommendations",
            "sales: proposals is 4, and 3 by the recommendations");
  }

  private static SortedMap<String, PortfolioSummary> recomputed() {
    Recomputation recomputation = new Recomputation();
    recomputation.add(row("sales", Verdict.GO, 0.1, 10, -1));
    recomputation.add(row("sales", Verdict.GO, 0.2, 10, -1));
    recomputation.add(row("sales", Verdict.CAUTION, 5, 5, 5));
    return recomputation.summaries();
  }

  private static Recommendation row(
      String portfolio, Verdict verdict, double savings, double upfront, double benefit) {
    Recommendation row = new Recommendation();
    row.setPortfolio(portfolio);
    row.setDecision(Decision.FINE_TUNE);
    row.setVerdict(verdict);
    row.setMonthlySavings(savings);
    row.setUpfrontCost(upfront);
    row.setNetBenefit(benefit);
    return row;
  }
}
