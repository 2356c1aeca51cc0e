package dev.tuneornot.dashboard.query;

import java.util.Arrays;
import java.util.Optional;

/** What the table can be sorted by; each has an index. */
public enum SortKey {
  PROPOSAL_ID("proposalId", "proposal_id", false),
  TITLE("title", "title_key", false),
  PORTFOLIO("portfolio", "portfolio", false),
  DECISION("decision", "decision", false),
  VERDICT("verdict", "verdict", false),
  DECISION_MONTHLY_COST("decisionMonthlyCost", "decision_monthly_cost", true),
  SWITCH_SAVINGS("switchSavings", "switch_savings", true),
  MONTHLY_SAVINGS("monthlySavings", "monthly_savings", true),
  UPFRONT_COST("upfrontCost", "upfront_cost", true),
  NET_BENEFIT("netBenefit", "net_benefit", true),
  PAYBACK_MONTHS("paybackMonths", "payback_months", true),
  ROI("roi", "roi", true),
  EVALUATED_AT("evaluatedAt", "evaluated_at", false),
  VALID_UNTIL("validUntil", "valid_until", true),
  VERDICT_SINCE("verdictSince", "verdict_since", false);

  private final String field;
  private final String column;
  private final boolean nullable;

  SortKey(String field, String column, boolean nullable) {
    this.field = field;
    this.column = column;
    this.nullable = nullable;
  }

  /** The key with a field's name. */
  public static Optional<SortKey> of(String field) {
    return Arrays.stream(values()).filter(key -> key.field.equals(field)).findFirst();
  }

  /** Its name outside. */
  public String field() {
    return field;
  }

  String column() {
    return column;
  }

  /** Whether rows may have no value; those come last in either direction. */
  boolean isNullable() {
    return nullable;
  }
}
