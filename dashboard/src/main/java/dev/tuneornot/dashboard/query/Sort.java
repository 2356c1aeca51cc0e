package dev.tuneornot.dashboard.query;

/** An order of recommendations; equal ones are in that of their ids, in the same direction. */
public record Sort(SortKey key, boolean descending) {

  /** The greatest net benefit first. */
  public static final Sort DEFAULT = new Sort(SortKey.NET_BENEFIT, true);

  /** The columns to order by, without those that have no value. */
  String columns(String prefix) {
    return key == SortKey.PROPOSAL_ID
        ? ids(prefix)
        : prefix + key.column() + direction() + ", " + ids(prefix);
  }

  /** The order of equal ones. */
  String ids(String prefix) {
    return prefix + "proposal_id" + direction();
  }

  private String direction() {
    return descending ? " desc" : "";
  }

  /** Likewise, those without a value last. */
  String columnsNullsLast(String prefix) {
    return key.isNullable()
        ? "(" + prefix + key.column() + " is null), " + columns(prefix)
        : columns(prefix);
  }
}
