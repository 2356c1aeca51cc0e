package dev.tuneornot.schemas.convert;

/**
 * How large a record may be while it is read, so that no file fills the memory. Far more than a
 * broker takes, so no honest record comes near.
 */
public final class RecordLimits {

  /** Bytes of a record: 16 MiB. */
  public static final int BYTES = 16 * 1024 * 1024;

  /** The bound of {@link #BYTES}. */
  public static final String BYTES_BOUND = "at most " + BYTES + " bytes";

  /** Elements of a list. */
  public static final int ELEMENTS = 100_000;

  /** The bound of an element beyond {@link #ELEMENTS}. */
  public static final String ELEMENTS_BOUND = "among the first " + ELEMENTS + " of its list";

  private RecordLimits() {}
}
