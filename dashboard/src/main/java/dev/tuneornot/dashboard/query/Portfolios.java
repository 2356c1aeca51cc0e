package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums of the portfolios. */
public final class Portfolios {

  /**
   * The sums of one portfolio, or of all.
   *
   * @param portfolio null: all
   * @param monthlySavings of the GO ones, in USD, as are upfrontCost and netBenefit
   * @param decisionMonthlyCost what all decisions cost
   * @param switchSavings what the best alternatives would save
   */
  public record Sums(
      @Nullable String portfolio,
      long proposals,
      Map<String, Long> byDecision,
      Map<String, Long> byVerdict,
      BigDecimal monthlySavings,
      BigDecimal upfrontCost,
      BigDecimal netBenefit,
      BigDecimal decisionMonthlyCost,
      BigDecimal switchSavings) {

    private Sums plus(Sums other) {
      return new Sums(
          portfolio,
          proposals + other.proposals,
          added(byDecision, other.byDecision),
          added(byVerdict, other.byVerdict),
          monthlySavings.add(other.monthlySavings),
          upfrontCost.add(other.upfrontCost),
          netBenefit.add(other.netBenefit),
          decisionMonthlyCost.add(other.decisionMonthlyCost),
          switchSavings.add(other.switchSavings));
    }

    private static Map<String, Long> added(Map<String, Long> one, Map<String, Long> other) {
      Map<String, Long> sums = new TreeMap<>(one);
      other.forEach((symbol, number) -> sums.merge(symbol, number, Long::sum));
      return sums;
    }
  }

  /** All sums at one moment. */
  public record Overview(Sums total, List<Sums> portfolios) {}

  private record Symbols(Map<String, Long> byDecision, Map<String, Long> byVerdict) {}

  private final Database database;

  public Portfolios(Database database) {
    this.database = database;
  }

  public Overview overview() throws SQLException {
    try (Connection connection = database.reader()) {
      Map<String, Symbols> symbols = symbols(connection);
      List<Sums> portfolios =
          Query.of(
                  "select portfolio, proposals, monthly_savings, upfront_cost, net_benefit,"
                      + " decision_monthly_cost, switch_savings from portfolio_summaries order by portfolio")
              .list(
                  connection,
                  row -> {
                    String portfolio = row.getString(1);
                    Symbols counts =
                        symbols.getOrDefault(portfolio, new Symbols(Map.of(), Map.of()));
                    return new Sums(
                        portfolio,
                        row.getLong(2),
                        counts.byDecision(),
                        counts.byVerdict(),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7));
                  });
      Sums total = portfolios.stream().reduce(NONE, Sums::plus);
      return new Overview(total, portfolios);
    }
  }

  private static final Sums NONE =
      new Sums(
          null,
          0,
          Map.of(),
          Map.of(),
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  private static Map<String, Symbols> symbols(Connection connection) throws SQLException {
    Map<String, Symbols> symbols = new TreeMap<>();
    Query.of("select portfolio, kind, symbol, proposals from portfolio_counts")
        .each(
            connection,
            0,
            row -> {
              Symbols of =
                  symbols.computeIfAbsent(
                      row.getString(1), name -> new Symbols(new TreeMap<>(), new TreeMap<>()));
              boolean decision = row.getString(2).equals("DECISION");
              (decision ? of.byDecision() : of.byVerdict()).put(row.getString(3), row.getLong(4));
            });
    return symbols;
  }
}
