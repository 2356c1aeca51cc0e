package dev.tuneornot.streams.pass;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which change of a key it is: the offset of the record in its source topic, and, where an
 * announced price period has come into force since, from when on. Later changes are greater.
 *
 * @param inForceFrom milliseconds since the epoch; {@link #AS_SENT} for the record's arrival itself
 */
public record ChangeVersion(long offset, long inForceFrom) implements Comparable<ChangeVersion> {
  static final long AS_SENT = Long.MIN_VALUE;

  /** In place of an offset, for a change that no record brought: other rules in a new version. */
  public static final long BY_ITSELF = -1;

  /** Bytes that {@link #put} writes. */
  public static final int BYTES = 2 * Long.BYTES;

  private static final Comparator<ChangeVersion> ORDER =
      Comparator.comparingLong(ChangeVersion::offset).thenComparingLong(ChangeVersion::inForceFrom);

  /** The change that a record is. */
  public static ChangeVersion sent(long offset) {
    return new ChangeVersion(offset, AS_SENT);
  }

  @Override
  public int compareTo(ChangeVersion other) {
    return ORDER.compare(this, other);
  }

  public ByteBuffer put(ByteBuffer buffer) {
    return buffer.putLong(offset).putLong(inForceFrom);
  }

  public static ChangeVersion get(ByteBuffer buffer) {
    return new ChangeVersion(buffer.getLong(), buffer.getLong());
  }

  /** As in a changeId: {@code 42}, or {@code 42/2026-12-31T00:00:00Z}. */
  @Override
  public String toString() {
    return inForceFrom == AS_SENT
        ? Long.toString(offset)
        : offset + "/" + Instant.ofEpochMilli(inForceFrom);
  }
}
