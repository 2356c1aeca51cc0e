package dev.tuneornot.portfolio.summary;

import dev.tuneornot.model.PortfolioSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where summaries that are kept differ from those that were recomputed. */
public final class Discrepancies {

  private Discrepancies() {}

  /** A sentence for each figure of each portfolio. */
  public static List<String> of(
      Map<String, PortfolioSummary> kept, Map<String, PortfolioSummary> recomputed) {
    List<String> sentences = new ArrayList<>();
    TreeSet<String> portfolios = new TreeSet<>(kept.keySet());
    portfolios.addAll(recomputed.keySet());
    for (String portfolio : portfolios) {
      compare(portfolio, kept.get(portfolio), recomputed.get(portfolio), sentences);
    }
    return sentences;
  }

  private static void compare(
      String portfolio,
      @Nullable PortfolioSummary kept,
      @Nullable PortfolioSummary recomputed,
      List<String> sentences) {
    if (kept == null) {
      sentences.add(portfolio + ": there is no summary");
      return;
    }
    if (recomputed == null) {
      sentences.add(portfolio + ": there is a summary, and no recommendation");
      return;
    }
    SortedMap<String, Object> is = figures(kept);
    SortedMap<String, Object> shouldBe = figures(recomputed);
    TreeSet<String> names = new TreeSet<>(is.keySet());
    names.addAll(shouldBe.keySet());
    for (String name : names) {
      Object one = is.getOrDefault(name, 0L);
      Object other = shouldBe.getOrDefault(name, 0L);
      if (!one.equals(other)) {
        sentences.add(
            "%s: %s is %s, and %s by the recommendations".formatted(portfolio, name, one, other));
      }
    }
  }

  private static SortedMap<String, Object> figures(PortfolioSummary summary) {
    SortedMap<String, Object> figures = new TreeMap<>();
    figures.put("proposals", summary.getProposals());
    summary.getByDecision().forEach((name, count) -> figures.put("byDecision." + name, count));
    summary.getByVerdict().forEach((name, count) -> figures.put("byVerdict." + name, count));
    figures.put("monthlySavings", plain(summary.getMonthlySavings()));
    figures.put("upfrontCost", plain(summary.getUpfrontCost()));
    figures.put("netBenefit", plain(summary.getNetBenefit()));
    return figures;
  }

  private static String plain(BigDecimal dollars) {
    return dollars.setScale(6).toPlainString();
  }
}
