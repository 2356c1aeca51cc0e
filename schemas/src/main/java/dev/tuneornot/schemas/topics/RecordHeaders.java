package dev.tuneornot.schemas.topics;

/** The names of headers that mean something to the application, beside the records' content. */
public final class RecordHeaders {
  /**
   * On a price: {@value #TRUE} where a person has looked at it. Releases the same price where it is
   * held.
   */
  public static final String CONFIRMED = "tuneornot.confirmed";

  /** The value of {@link #CONFIRMED}, and of nothing else. */
  public static final String TRUE = "true";

  /**
   * On a deletion in {@link TopicSpec#PRICE_REVIEWS}: the offset of the review that is rejected, in
   * decimal digits. Without it the one that is there is rejected, whichever that is.
   */
  public static final String REJECTED_OFFSET = "tuneornot.rejected.offset";

  /**
   * On what the application itself writes into {@link TopicSpec#PRICE_REVIEWS} and {@link
   * TopicSpec#PRICING}: what it reads there is no order of anybody.
   */
  public static final String WRITTEN_BY = "tuneornot.written.by";

  private RecordHeaders() {}
}
