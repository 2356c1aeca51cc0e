package dev.tuneornot.streams.reference;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A valid change of a price or a policy, as it travels in the reference topic. A deletion is a
 * value like any other, so that compaction keeps it until every task has seen it.
 *
 * @param offset the change's offset in its source topic; with kind and key it identifies the change
 * @param content the new content in Avro's single-object encoding; null for a deletion
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
public record ReferenceChange(long offset, byte @Nullable [] content) {
  private static final byte FORMAT = 1;
  private static final int HEADER = Byte.BYTES + Long.BYTES;

  public byte[] toBytes() {
    int length = content == null ? 0 : content.length;
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + length).put(FORMAT).putLong(offset);
    if (content != null) {
      buffer.put(content);
    }
    return buffer.array();
  }

  /** Reads what travelled in the reference topic. */
  public static ReferenceChange fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Reference record of unknown format " + format);
    }
    long offset = buffer.getLong();
    if (!buffer.hasRemaining()) {
      return new ReferenceChange(offset, null);
    }
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    return new ReferenceChange(offset, content);
  }
}
