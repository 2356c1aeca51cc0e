package dev.tuneornot.dashboard.query;

/** An order of recommendations; equal ones are in the order of their ids. */
public record Sort(SortKey key, boolean descending) {

  /** The greatest net benefit first. */
  public static final Sort DEFAULT = new Sort(SortKey.NET_BENEFIT, true);

  /** The columns to order by, without those that have no value. */
  String columns(String prefix) {
    String direction = descending ? " desc" : "";
    String first = prefix + key.column() + direction;
    return key == SortKey.PROPOSAL_ID ? first : first + ", " + prefix + "proposal_id" + direction;
  }

  /** Likewise, those without a value last. */
  String columnsNullsLast(String prefix) {
    return key.isNullable()
        ? "(" + prefix + key.column() + " is null), " + columns(prefix)
        : columns(prefix);
  }
}
