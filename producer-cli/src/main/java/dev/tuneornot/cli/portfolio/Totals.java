package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.ranking.Choice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** What a choice comes to, in sentences below its table. */
final class Totals {

  private Totals() {}

  static void write(Choice choice, BigDecimal budget, Surroundings surroundings)
      throws IOException {
    surroundings.out().write(sentences(choice, budget).getBytes(StandardCharsets.UTF_8));
    surroundings.out().flush();
  }

  static String sentences(Choice choice, BigDecimal budget) {
    return """

        %d of %d funded with %s of %s; net benefit %s.
        %s
        """
        .formatted(
            choice.chosen().size(),
            choice.ranked().size(),
            money(choice.cost()),
            money(budget),
            money(choice.benefit()),
            proof(choice));
  }

  private static String proof(Choice choice) {
    if (choice.gap().signum() == 0) {
      return "No choice within the budget is better.";
    }
    return "No choice within the budget brings more than %s: this one is at most %s (%s) short of the best."
        .formatted(
            money(choice.bound()),
            money(choice.gap()),
            Figures.ENGLISH.percent(choice.gap().doubleValue() / choice.bound().doubleValue()));
  }

  private static String money(BigDecimal dollars) {
    return Figures.ENGLISH.money(dollars.doubleValue());
  }
}
