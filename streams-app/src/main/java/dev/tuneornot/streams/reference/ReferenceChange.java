package dev.tuneornot.streams.reference;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A valid change of a price or a policy, as it travels in the reference topic: a format (1 byte),
 * its version, and its content to the end, nothing for a deletion. So a deletion is a value like
 * any other, and compaction keeps it until every task has seen it.
 *
 * @param content in Avro's single-object encoding; null for a deletion
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
public record ReferenceChange(ChangeVersion version, byte @Nullable [] content) {
  private static final byte FORMAT = 1;

  public byte[] toBytes() {
    int length = content == null ? 0 : content.length;
    ByteBuffer buffer = ByteBuffer.allocate(1 + version.bytes() + length).put(FORMAT);
    version.put(buffer);
    if (content != null) {
      buffer.put(content);
    }
    return buffer.array();
  }

  /** Reads what travelled in the reference topic. */
  public static ReferenceChange fromBytes(byte[] bytes) {
    return StoredBytes.read("Reference record", bytes, ReferenceChange::read);
  }

  private static ReferenceChange read(ByteBuffer buffer) {
    StoredBytes.checkFormat(buffer, FORMAT);
    ChangeVersion version = ChangeVersion.get(buffer);
    return new ReferenceChange(version, buffer.hasRemaining() ? StoredBytes.rest(buffer) : null);
  }
}
