package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.ranking.Choice;
import dev.tuneornot.portfolio.ranking.Choice.Ranked;
import dev.tuneornot.portfolio.ranking.Deployment;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a ranking: a proposal, a deployment to open, or the sum over the chosen ones.
 *
 * @param rank by ratio, from 1; of a proposal only, as the following four
 * @param model to tune; of a deployment its base
 * @param cost USD upfront; null of a deployment
 * @param hosting USD over the horizon: what a proposal pays, what a deployment costs, and the sum
 * @param benefit USD over the horizon, the hosting paid; null of a deployment
 * @param ratio benefit a dollar; null where the cost is 0, and in the sum
 * @param deployment the base and a number; null where nothing is hosted, and of one left out
 * @param places tuned models that a deployment serves
 * @param sharedBy those who share a deployment, with what each pays
 * @param budget USD; in the sum only, as the following ones
 * @param bound USD that no choice exceeds
 * @param gap USD by which a choice may be better
 */
record FundingRow(
    Kind kind,
    @Nullable Integer rank,
    @Nullable String proposalId,
    @Nullable String portfolio,
    @Nullable Verdict verdict,
    @Nullable String model,
    @Nullable Double cost,
    double hosting,
    @Nullable Double benefit,
    @Nullable Double ratio,
    @Nullable String deployment,
    @Nullable Integer places,
    @Nullable String sharedBy,
    @Nullable Double budget,
    @Nullable Double bound,
    @Nullable Double gap,
    Choice.@Nullable Method method) {

  /** What a row is about. */
  enum Kind {
    CHOSEN,
    LEFT_OUT,
    DEPLOYMENT,
    SUM
  }

  static Layout<FundingRow> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("kind", FundingRow::kind),
            new Field<>("rank", FundingRow::rank),
            new Field<>("proposalId", FundingRow::proposalId),
            new Field<>("portfolio", FundingRow::portfolio),
            new Field<>("verdict", FundingRow::verdict),
            new Field<>("model", FundingRow::model),
            new Field<>("upfrontCost", FundingRow::cost),
            new Field<>("hosting", FundingRow::hosting),
            new Field<>("netBenefit", FundingRow::benefit),
            new Field<>("ratio", FundingRow::ratio),
            new Field<>("deployment", FundingRow::deployment),
            new Field<>("places", FundingRow::places),
            new Field<>("sharedBy", FundingRow::sharedBy),
            new Field<>("budget", FundingRow::budget),
            new Field<>("bound", FundingRow::bound),
            new Field<>("gap", FundingRow::gap),
            new Field<>("method", FundingRow::method)),
        List.of(
            TableColumn.figure("RANK", row -> String.valueOf(row.rank)),
            TableColumn.fixed("FUND", row -> row.kind == Kind.CHOSEN ? "yes" : "no"),
            TableColumn.name("PROPOSAL", 12, 24, row -> String.valueOf(row.proposalId)),
            TableColumn.name("PORTFOLIO", 9, 16, (FundingRow row) -> String.valueOf(row.portfolio))
                .asUseful(),
            TableColumn.fixed("VERDICT", row -> String.valueOf(row.verdict)),
            TableColumn.name("MODEL", 12, 20, (FundingRow row) -> String.valueOf(row.model))
                .asUseful(),
            TableColumn.figure("UPFRONT", row -> Figures.ENGLISH.money(row.cost)),
            TableColumn.figure("HOSTING", row -> Figures.ENGLISH.money(row.hosting)),
            TableColumn.figure("NET BENEFIT", row -> Figures.ENGLISH.money(row.benefit)),
            TableColumn.figure("PER DOLLAR", row -> Figures.ENGLISH.money(row.ratio))));
  }

  static FundingRow of(Ranked ranked, int rank) {
    BigDecimal cost = ranked.way().upfrontCost();
    Deployment deployment = ranked.deployment();
    return new FundingRow(
        ranked.chosen() ? Kind.CHOSEN : Kind.LEFT_OUT,
        rank,
        ranked.proposal().proposalId(),
        ranked.proposal().portfolio(),
        ranked.proposal().verdict(),
        ranked.way().modelId(),
        cost.doubleValue(),
        ranked.hosting().doubleValue(),
        ranked.netBenefit().doubleValue(),
        cost.signum() == 0 ? null : ranked.netBenefit().doubleValue() / cost.doubleValue(),
        deployment == null ? null : name(deployment),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static FundingRow of(Deployment deployment) {
    return new FundingRow(
        Kind.DEPLOYMENT,
        null,
        null,
        null,
        null,
        deployment.base().modelId(),
        null,
        deployment.hosting().doubleValue(),
        null,
        null,
        name(deployment),
        deployment.base().places(),
        deployment.members().stream()
            .map(member -> member.proposalId() + "=" + member.pays().toPlainString())
            .collect(Collectors.joining(";")),
        null,
        null,
        null,
        null);
  }

  static FundingRow sum(Choice choice, BigDecimal budget) {
    return new FundingRow(
        Kind.SUM,
        null,
        null,
        null,
        null,
        null,
        choice.cost().doubleValue(),
        choice.deployments().stream()
            .map(Deployment::hosting)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .doubleValue(),
        choice.benefit().doubleValue(),
        null,
        null,
        null,
        null,
        budget.doubleValue(),
        choice.bound().doubleValue(),
        choice.gap().doubleValue(),
        choice.method());
  }

  /** Such as {@code openai/gpt-4.1-mini #1}. */
  static String name(Deployment deployment) {
    return deployment.base().modelId() + " #" + deployment.number();
  }
}
