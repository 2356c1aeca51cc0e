package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.dashboard.sql.Table.Column;
import dev.tuneornot.model.Recommendation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Table {@code recommendations}, and the counts that are kept in step with it. */
final class RecommendationTable {
  private static final Table<RecommendationRow> ROWS =
      new Table<>("recommendations", List.of("proposal_id"), columns());

  private final RecommendationCounts counts = new RecommendationCounts();
  private final ModelDependants dependants = new ModelDependants();
  private final KnownRows known = new KnownRows();

  private static List<Column<RecommendationRow>> columns() {
    return List.of(
        column("proposal_id", (to, row) -> to.text(row.value().getProposalId())),
        column("portfolio", (to, row) -> to.text(row.value().getPortfolio())),
        column("title", (to, row) -> to.text(row.value().getTitle())),
        column("title_key", (to, row) -> to.text(row.titleKey())),
        column("stage", (to, row) -> to.symbol(row.value().getStage())),
        column("decision", (to, row) -> to.symbol(row.value().getDecision())),
        column("leaf", (to, row) -> to.symbol(row.value().getLeaf())),
        column("verdict", (to, row) -> to.symbol(row.value().getVerdict())),
        column("segment", (to, row) -> to.whole(row.segment())),
        column("previous_verdict", (to, row) -> to.symbol(row.value().getPreviousVerdict())),
        column("verdict_since", (to, row) -> to.instant(row.value().getVerdictSince())),
        column("data_band", (to, row) -> to.symbol(row.value().getDataBand())),
        column("missing_examples", (to, row) -> to.whole(row.value().getMissingExamples())),
        column("baseline_model", (to, row) -> to.text(row.value().getBaselineModel())),
        column("reference_model", (to, row) -> to.text(row.value().getReferenceModel())),
        column(
            "requests_per_month",
            (to, row) -> to.whole(row.value().getWorkload().getRequestsPerMonth())),
        column("usage_source", (to, row) -> to.text(row.value().getUsageSource())),
        column("usage_window_end", (to, row) -> to.instant(row.value().getUsageWindowEnd())),
        column("best_alternative", (to, row) -> to.text(row.value().getBestAlternative())),
        column("switch_savings", (to, row) -> to.number(row.value().getSwitchSavings())),
        column(
            "decision_upfront_cost", (to, row) -> to.number(row.value().getDecisionUpfrontCost())),
        column(
            "decision_monthly_cost", (to, row) -> to.number(row.value().getDecisionMonthlyCost())),
        column("best_model", (to, row) -> to.text(row.value().getBestModel())),
        column("best_provider", (to, row) -> to.text(row.bestProvider())),
        column("best_status", (to, row) -> to.symbol(row.value().getBestStatus())),
        column("upfront_cost", (to, row) -> to.number(row.value().getUpfrontCost())),
        column("monthly_savings", (to, row) -> to.number(row.value().getMonthlySavings())),
        column("payback_months", (to, row) -> to.number(row.value().getPaybackMonths())),
        column("breakeven_requests", (to, row) -> to.whole(row.value().getBreakevenRequests())),
        column("net_benefit", (to, row) -> to.number(row.value().getNetBenefit())),
        column("roi", (to, row) -> to.number(row.value().getRoi())),
        column(
            "minimum_monthly_requests",
            (to, row) -> to.whole(row.value().getMinimumMonthlyRequests())),
        column(
            "baseline_price_margin", (to, row) -> to.number(row.value().getBaselinePriceMargin())),
        column("worst_net_benefit", (to, row) -> to.number(row.worstNetBenefit())),
        column("best_net_benefit", (to, row) -> to.number(row.bestNetBenefit())),
        column(
            "warnings", (to, row) -> to.text(RecommendationRow.joined(row.value().getWarnings()))),
        column("signals", (to, row) -> to.text(RecommendationRow.joined(row.value().getSignals()))),
        column("candidate_models", (to, row) -> to.text(row.models().candidates())),
        column("alternative_models", (to, row) -> to.text(row.models().alternatives())),
        column("evaluated_at", (to, row) -> to.instant(row.value().getEvaluatedAt())),
        column("valid_until", (to, row) -> to.instant(row.value().getValidUntil())),
        column("policy_version", (to, row) -> to.text(row.value().getPolicyVersion())),
        column("rules_version", (to, row) -> to.text(row.value().getRulesVersion())),
        column("triggered_by", (to, row) -> to.symbol(row.value().getTrigger())),
        column("trigger_key", (to, row) -> to.text(row.value().getTriggerKey())),
        column("avro_value", (to, row) -> to.bytes(row.avro())));
  }

  void apply(Connection connection, Dialect dialect, KeyChanges<RecommendationRow> changes)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    KeyChanges<KnownRows.Row> before = known.read(connection, dialect, changes);
    counts.apply(connection, dialect, before.puts(), changes.puts());
    dependants.apply(
        connection,
        dialect,
        before.puts().stream().map(KnownRows.Row::models).toList(),
        changes.puts().stream().map(RecommendationRow::models).toList());
    ROWS.put(connection, dialect, changes.puts());
    ROWS.delete(connection, dialect, changes.deletions());
  }

  /** A row of counts names what it counts by; an unknown model is the empty one. */
  static String modelOf(Recommendation value) {
    return value.getBestModel() == null ? "" : value.getBestModel();
  }
}
