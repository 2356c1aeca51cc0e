package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.Printable;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.ranking.Choice;
import dev.tuneornot.portfolio.ranking.Deployment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a choice comes to, in sentences below its table. */
final class Totals {

  private Totals() {}

  static void write(Choice choice, BigDecimal budget, Surroundings surroundings)
      throws IOException {
    surroundings.out().write(sentences(choice, budget).getBytes(StandardCharsets.UTF_8));
    surroundings.out().flush();
  }

  static String sentences(Choice choice, BigDecimal budget) {
    return deployments(choice)
        + """

        %d of %d funded with %s of %s; net benefit %s.
        %s
        """
            .formatted(
                choice.funded(),
                choice.ranked().size(),
                money(choice.cost()),
                money(budget),
                money(choice.benefit()),
                proof(choice));
  }

  private static String deployments(Choice choice) {
    if (choice.deployments().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nDeployments to open:\n");
    for (Deployment deployment : choice.deployments()) {
      text.append(
          "  %s, %s over the horizon, %d of %d places: %s\n"
              .formatted(
                  Printable.of(FundingRow.name(deployment)),
                  money(deployment.hosting()),
                  deployment.members().size(),
                  deployment.base().places(),
                  deployment.members().stream()
                      .map(
                          member ->
                              Printable.of(member.proposalId()) + " pays " + money(member.pays()))
                      .collect(Collectors.joining(", "))));
    }
    return text.toString();
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
