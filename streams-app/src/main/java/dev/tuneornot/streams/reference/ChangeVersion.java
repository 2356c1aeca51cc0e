package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which change of a key it is: the offset of the record in its source topic, and, where a date of
 * its model has been reached since, which. Later changes are greater. A topic that was deleted and
 * made anew begins at offset 0 again, so the topic counts as well.
 *
 * @param topicId the source topic's id; empty where it is not known
 * @param generation how many topics of its name there have been before
 * @param inForceFrom milliseconds since the epoch; {@link #AS_SENT} for the record's arrival itself
 */
public record ChangeVersion(String topicId, int generation, long offset, long inForceFrom)
    implements Comparable<ChangeVersion> {
  static final long AS_SENT = Long.MIN_VALUE;

  /** A change that no record brought: other rules in a new version of the application. */
  public static final ChangeVersion BY_ITSELF = new ChangeVersion("", -1, -1, AS_SENT);

  private static final Comparator<ChangeVersion> ORDER =
      Comparator.comparingInt(ChangeVersion::generation)
          .thenComparingLong(ChangeVersion::offset)
          .thenComparingLong(ChangeVersion::inForceFrom);

  /** The change that a record is. */
  public static ChangeVersion sent(String topicId, int generation, long offset) {
    return new ChangeVersion(topicId, generation, offset, AS_SENT);
  }

  /** The same record at an instant from which on another part of it counts. */
  public ChangeVersion inForceFrom(long instant) {
    return new ChangeVersion(topicId, generation, offset, instant);
  }

  @Override
  public int compareTo(ChangeVersion other) {
    return ORDER.compare(this, other);
  }

  /** Bytes that {@link #put} writes. */
  public int bytes() {
    return 1 + topicId.getBytes(UTF_8).length + Integer.BYTES + 2 * Long.BYTES;
  }

  /** Writes the length of the topic's id (1 byte), the id, generation (4), the two others (8). */
  public ByteBuffer put(ByteBuffer buffer) {
    byte[] id = topicId.getBytes(UTF_8);
    return buffer
        .put((byte) id.length)
        .put(id)
        .putInt(generation)
        .putLong(offset)
        .putLong(inForceFrom);
  }

  /** Reads what {@link #put} wrote. */
  public static ChangeVersion get(ByteBuffer buffer) {
    byte[] id = new byte[Byte.toUnsignedInt(buffer.get())];
    buffer.get(id);
    return new ChangeVersion(
        new String(id, UTF_8), buffer.getInt(), buffer.getLong(), buffer.getLong());
  }

  /** As in a changeId: the topic's id, the offset, and the instant where there is one. */
  @Override
  public String toString() {
    String sent = topicId.isEmpty() ? Long.toString(offset) : topicId + "." + offset;
    return inForceFrom == AS_SENT ? sent : sent + "/" + Instant.ofEpochMilli(inForceFrom);
  }
}
