package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.model.PortfolioSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables {@code portfolio_summaries} and {@code portfolio_counts}. */
final class SummaryTable {
  private static final Table<PortfolioSummary> SUMMARIES =
      new Table<>(
          "portfolio_summaries",
          List.of("portfolio"),
          List.of(
              column("portfolio", (to, row) -> to.text(row.getPortfolio())),
              column("proposals", (to, row) -> to.whole(row.getProposals())),
              column("monthly_savings", (to, row) -> to.amount(row.getMonthlySavings())),
              column("upfront_cost", (to, row) -> to.amount(row.getUpfrontCost())),
              column("net_benefit", (to, row) -> to.amount(row.getNetBenefit())),
              column("decision_monthly_cost", (to, row) -> to.amount(row.getDecisionMonthlyCost())),
              column("switch_savings", (to, row) -> to.amount(row.getSwitchSavings()))));

  private static final Table<Count> COUNTS =
      new Table<>(
          "portfolio_counts",
          List.of("portfolio", "kind", "symbol"),
          List.of(
              column("portfolio", (to, row) -> to.text(row.portfolio())),
              column("kind", (to, row) -> to.text(row.kind())),
              column("symbol", (to, row) -> to.text(row.symbol())),
              column("proposals", (to, row) -> to.whole(row.proposals()))));

  private record Count(String portfolio, String kind, String symbol, long proposals) {}

  void apply(Connection connection, Dialect dialect, KeyChanges<PortfolioSummary> changes)
      throws SQLException {
    List<Count> counts = new ArrayList<>();
    for (PortfolioSummary summary : changes.puts()) {
      addCounts(summary.getPortfolio(), "DECISION", summary.getByDecision(), counts);
      addCounts(summary.getPortfolio(), "VERDICT", summary.getByVerdict(), counts);
    }
    COUNTS.delete(connection, dialect, changes.putKeys());
    COUNTS.delete(connection, dialect, changes.deletions());
    COUNTS.put(connection, dialect, counts);
    SUMMARIES.delete(connection, dialect, changes.deletions());
    SUMMARIES.put(connection, dialect, changes.puts());
  }

  private static void addCounts(
      String portfolio, String kind, Map<String, Long> proposals, List<Count> counts) {
    proposals.forEach((symbol, number) -> counts.add(new Count(portfolio, kind, symbol, number)));
  }
}
