package dev.tuneornot.portfolio.summary;

import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of each portfolio, from its recommendations. Counts up; not thread-safe. */
public final class Recomputation {

  private final SortedMap<String, PortfolioSummary> summaries = new TreeMap<>();

  /** Counts a recommendation, each proposal once. */
  public void add(Recommendation row) {
    PortfolioSummary summary = summaries.computeIfAbsent(row.getPortfolio(), Recomputation::empty);
    summary.setProposals(summary.getProposals() + 1);
    summary.getByDecision().merge(row.getDecision().name(), 1L, Long::sum);
    summary.getByVerdict().merge(row.getVerdict().name(), 1L, Long::sum);
    if (row.getVerdict() == Verdict.GO) {
      summary.setMonthlySavings(added(summary.getMonthlySavings(), row.getMonthlySavings()));
      summary.setUpfrontCost(added(summary.getUpfrontCost(), row.getUpfrontCost()));
      summary.setNetBenefit(added(summary.getNetBenefit(), row.getNetBenefit()));
    }
    if (row.getDecisionMonthlyCost() != null) {
      summary.setDecisionMonthlyCost(
          added(summary.getDecisionMonthlyCost(), row.getDecisionMonthlyCost()));
    }
    if (row.getSwitchSavings() != null) {
      summary.setSwitchSavings(added(summary.getSwitchSavings(), row.getSwitchSavings()));
    }
    putDoubles(summary);
  }

  /** By portfolio, in the order of their names. */
  public SortedMap<String, PortfolioSummary> summaries() {
    return summaries;
  }

  private static BigDecimal added(BigDecimal sum, Double amount) {
    return sum.add(Dollars.of(amount));
  }

  private static PortfolioSummary empty(String portfolio) {
    PortfolioSummary summary = new PortfolioSummary();
    summary.setPortfolio(portfolio);
    Map<String, Long> decisions = new HashMap<>();
    Map<String, Long> verdicts = new HashMap<>();
    summary.setByDecision(decisions);
    summary.setByVerdict(verdicts);
    summary.setMonthlySavings(Dollars.ZERO);
    summary.setUpfrontCost(Dollars.ZERO);
    summary.setNetBenefit(Dollars.ZERO);
    summary.setDecisionMonthlyCost(Dollars.ZERO);
    summary.setSwitchSavings(Dollars.ZERO);
    return summary;
  }

  private static void putDoubles(PortfolioSummary summary) {
    summary.setMonthlySavingsUsd(summary.getMonthlySavings().doubleValue());
    summary.setUpfrontCostUsd(summary.getUpfrontCost().doubleValue());
    summary.setNetBenefitUsd(summary.getNetBenefit().doubleValue());
    summary.setDecisionMonthlyCostUsd(summary.getDecisionMonthlyCost().doubleValue());
    summary.setSwitchSavingsUsd(summary.getSwitchSavings().doubleValue());
  }
}
