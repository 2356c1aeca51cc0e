package dev.tuneornot.streams.pages;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is stored: its version (8 bytes), the length of what follows (2 bytes), the
 * outcome of its answer as a {@link PageRecord} of one row, and the bytes that arrived. A later
 * outcome is in its page, with the same version.
 */
@SuppressWarnings("ArrayRecordComponent") // A view of an array that many share.
public record StoredProposal(byte[] bytes, int start, int end) {
  private static final int OUTCOME_LENGTH_AT = Long.BYTES;
  private static final int OUTCOME_AT = OUTCOME_LENGTH_AT + Short.BYTES;

  static StoredProposal fromBytes(byte[] bytes) {
    return fromBytes(bytes, 0, bytes.length);
  }

  /** Likewise, of the bytes from {@code start} to before {@code end}. */
  static StoredProposal fromBytes(byte[] bytes, int start, int end) {
    StoredProposal stored = new StoredProposal(bytes, start, end);
    if (end - start < OUTCOME_AT || stored.arrivedStart() > end) {
      throw new IllegalStateException("Stored proposal of " + (end - start) + " bytes is cut off");
    }
    return stored;
  }

  static byte[] toBytes(long version, @Nullable Outcome outcome, byte[] arrived) {
    byte[] answer = outcome == null ? new byte[0] : PageRecord.ofOutcome(outcome);
    return ByteBuffer.allocate(OUTCOME_AT + answer.length + arrived.length)
        .putLong(version)
        .putShort((short) answer.length)
        .put(answer)
        .put(arrived)
        .array();
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes);
  }

  long version() {
    return buffer().getLong(start);
  }

  /** The outcome known when it was stored; null where there was none. */
  @Nullable Outcome outcome() {
    int length = outcomeLength();
    return length == 0 ? null : PageRecord.outcome(bytes, start + OUTCOME_AT, length);
  }

  private int outcomeLength() {
    return Short.toUnsignedInt(buffer().getShort(start + OUTCOME_LENGTH_AT));
  }

  /** Where the bytes that arrived begin; they end with {@link #end}. */
  public int arrivedStart() {
    return start + OUTCOME_AT + outcomeLength();
  }

  /** A copy of the bytes that arrived. */
  public byte[] arrived() {
    return Arrays.copyOfRange(bytes, arrivedStart(), end);
  }
}
