package dev.tuneornot.portfolio.usage;

import java.util.List;

/**
 * Traffic as one row of an export tells it: a call, or all calls of some time.
 *
 * @param line of the file, from 1
 * @param startMs when it began, in ms since the epoch
 * @param endMs when it ended; startMs where the row is a single call
 * @param provider as the source calls it; empty where it does not say
 * @param model as the source calls it; empty where it does not say
 * @param requests answered; {@link #UNKNOWN} where the source does not count them
 * @param failed requests that were not answered
 * @param keys what rows are mapped by
 */
public record UsageRow(
    long line,
    long startMs,
    long endMs,
    String provider,
    String model,
    long requests,
    long failed,
    TokenCounts tokens,
    Keys keys) {

  /** The number of requests where a source does not tell it. */
  public static final long UNKNOWN = -1;

  /** The fields that a row can be mapped by. */
  @FunctionalInterface
  public interface Keys {

    /** The values of a field, in their order: none, one, or several of a list. */
    List<String> values(String field);
  }

  boolean isCall() {
    return startMs == endMs;
  }
}
