package dev.tuneornot.streams.pass;

import dev.tuneornot.streams.reference.ReferenceKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A change whose dependants are not all re-scored yet.
 *
 * @param key what changed
 * @param version which change of the key it is
 * @param sequence counts the changes that a task has noticed; the newest has the highest
 * @param noticedAt milliseconds since the epoch
 * @param mark where the cursor stood when the change was noticed; null: at the start. Rows up to
 *     and including it were visited before the change was known
 * @param wrapped whether the cursor has gone past the end since
 */
public record PendingChange(
    ReferenceKey key,
    ChangeVersion version,
    long sequence,
    long noticedAt,
    @Nullable Bytes mark,
    boolean wrapped) {
  private static final byte FORMAT = 1;
  private static final int FIXED = 2 * Byte.BYTES + ChangeVersion.BYTES + 2 * Long.BYTES;

  /** Kind, key and source offset: what identifies the change everywhere. */
  public String changeId() {
    return changeId(key, version);
  }

  public static String changeId(ReferenceKey key, ChangeVersion version) {
    return key + "@" + version;
  }

  PendingChange pastTheEnd() {
    return new PendingChange(key, version, sequence, noticedAt, mark, true);
  }

  /** Whether the cursor, about to move on to {@code next}, has come round to the mark. */
  boolean isDoneBefore(Bytes next) {
    return wrapped && (mark == null || next.compareTo(mark) > 0);
  }

  /** Whether the cursor, at the end, has come round to the mark. */
  boolean isDoneAtTheEnd() {
    return wrapped || mark == null;
  }

  byte[] toBytes() {
    byte[] markBytes = mark == null ? new byte[0] : mark.get();
    ByteBuffer buffer =
        ByteBuffer.allocate(FIXED + markBytes.length).put(FORMAT).put((byte) (wrapped ? 1 : 0));
    return version.put(buffer).putLong(sequence).putLong(noticedAt).put(markBytes).array();
  }

  static PendingChange fromBytes(ReferenceKey key, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Pending change of unknown format " + format);
    }
    boolean wrapped = buffer.get() == 1;
    ChangeVersion version = ChangeVersion.get(buffer);
    long sequence = buffer.getLong();
    long noticedAt = buffer.getLong();
    byte[] mark = Arrays.copyOfRange(bytes, FIXED, bytes.length);
    return new PendingChange(
        key, version, sequence, noticedAt, mark.length == 0 ? null : Bytes.wrap(mark), wrapped);
  }
}
