package dev.tuneornot.streams.topology;

/**
 * The names of all nodes and stores. They are part of the state's layout: changelog topics and
 * restored state are found by them, so they never change without a migration.
 */
final class Names {
  static final String PRICING_SOURCE = "pricing-source";
  static final String POLICIES_SOURCE = "policies-source";
  static final String VALIDATE = "validate";
  static final String REFERENCE_SINK = "reference-sink";
  static final String VALIDATE_DEAD_LETTERS_SINK = "validate-dead-letters-sink";

  static final String PROPOSALS_SOURCE = "proposals-source";
  static final String REFERENCE_SOURCE = "reference-source";
  static final String EVALUATE = "evaluate";
  static final String RECOMMENDATIONS_SINK = "recommendations-sink";
  static final String EVALUATE_DEAD_LETTERS_SINK = "evaluate-dead-letters-sink";

  static final String VALID_STORE = "valid-reference";
  static final String VALIDATE_PARKED_STORE = "validate-parked";
  static final String VALIDATE_SCHEMAS_STORE = "validate-schemas";

  static final String PROPOSALS_STORE = "proposals";
  static final String OUTCOMES_STORE = "outcomes";
  static final String REFERENCE_STORE = "reference";
  static final String PASS_STORE = "pass";
  static final String SCHEMAS_STORE = "schemas";
  static final String PARKED_STORE = "parked";

  private Names() {}
}
