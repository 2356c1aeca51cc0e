package dev.tuneornot.portfolio.usage;

/** What rows add up to. */
public final class TrafficSum {

  private long rows;
  private long requests;
  private long failed;
  private boolean uncounted;
  private TokenCounts tokens = TokenCounts.NONE;

  void add(UsageRow row) {
    rows++;
    uncounted |= row.requests() == UsageRow.UNKNOWN;
    requests = saturated(requests, Math.max(0, row.requests()));
    failed = saturated(failed, row.failed());
    tokens = tokens.plus(row.tokens());
  }

  /** Adds what other rows add up to. */
  public void add(TrafficSum other) {
    rows += other.rows;
    uncounted |= other.uncounted;
    requests = saturated(requests, other.requests);
    failed = saturated(failed, other.failed);
    tokens = tokens.plus(other.tokens);
  }

  public long rows() {
    return rows;
  }

  /** Those that were answered; of rows that do not count them, none. */
  public long requests() {
    return requests;
  }

  public long failed() {
    return failed;
  }

  /** Whether there are rows that do not count their requests. */
  public boolean isUncounted() {
    return uncounted;
  }

  public TokenCounts tokens() {
    return tokens;
  }

  /** The sum of two numbers that are not negative; the greatest long where it is beyond that. */
  static long saturated(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
