package dev.tuneornot.streams.topology;

/**
 * The names of all nodes and stores. They are part of the state's layout: changelog topics and
 * restored state are found by them, so they never change without a migration.
 */
final class Names {
  static final String PRICING_SOURCE = "pricing-source";
  static final String POLICIES_SOURCE = "policies-source";
  static final String REVIEWS_SOURCE = "price-reviews-source";
  static final String VALIDATE = "validate";
  static final String REFERENCE_SINK = "reference-sink";
  static final String REVIEWS_SINK = "price-reviews-sink";
  static final String PRICING_SINK = "pricing-sink";
  static final String VALIDATE_DEAD_LETTERS_SINK = "validate-dead-letters-sink";

  static final String PROPOSALS_SOURCE = "proposals-source";
  static final String USAGE_SOURCE = "usage-source";
  static final String REFERENCE_SOURCE = "reference-source";
  static final String EVALUATE = "evaluate";
  static final String RECOMMENDATIONS_SINK = "recommendations-sink";
  static final String RECOMMENDATION_CHANGES_SINK = "recommendation-changes-sink";
  static final String EVALUATE_DEAD_LETTERS_SINK = "evaluate-dead-letters-sink";

  static final String PORTFOLIO_PARTIALS_SINK = "portfolio-partials-sink";
  static final String IMPACT_PARTIALS_SINK = "impact-partials-sink";

  static final String PORTFOLIO_PARTIALS_SOURCE = "portfolio-partials-source";
  static final String SUM_PORTFOLIOS = "sum-portfolios";
  static final String PORTFOLIO_SUMMARIES_SINK = "portfolio-summaries-sink";

  static final String IMPACT_PARTIALS_SOURCE = "impact-partials-source";
  static final String SUM_IMPACTS = "sum-impacts";
  static final String PRICE_IMPACTS_SINK = "price-impacts-sink";

  static final String COMMANDS_SOURCE = "commands-source";

  static final String VALID_STORE = "valid-reference";
  static final String VALIDATE_PARKED_STORE = "validate-parked";
  static final String VALIDATE_SCHEMAS_STORE = "validate-schemas";
  static final String REVIEWS_STORE = "price-reviews";

  static final String PROPOSALS_STORE = "proposals";
  static final String USAGE_STORE = "usage";
  static final String PAGES_STORE = "pages";
  static final String REFERENCE_STORE = "reference";
  static final String SWEEP_STORE = "sweep";
  static final String SCHEMAS_STORE = "schemas";
  static final String PARKED_STORE = "parked";

  static final String BACKLOG_STORE = "backlog";
  static final String PORTFOLIO_PARTIALS_STORE = "portfolio-partials";
  static final String IMPACT_PARTIALS_STORE = "impact-partials";

  static final String PORTFOLIO_SUMS_STORE = "portfolio-sums";
  static final String PORTFOLIO_EMITTED_STORE = "portfolio-emitted";
  static final String IMPACT_REPORTS_STORE = "impact-reports";
  static final String IMPACT_EMITTED_STORE = "impact-emitted";

  private Names() {}
}
