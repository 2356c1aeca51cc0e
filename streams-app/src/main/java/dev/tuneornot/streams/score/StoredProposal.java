package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.inbound.RecordDecoder;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.internals.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is stored: the bytes that arrived, and before them the outcome that was known
 * when they were stored, most often that of their own answer. A re-score leaves it as it is; a
 * later outcome is in {@link OutcomeBook}, by the version.
 *
 * <p>The first builds of 0.1.0 stored the bytes that arrived and nothing else.
 */
final class StoredProposal {
  /** Of a proposal that takes the place of none. */
  static final int FIRST_VERSION = 1;

  /** The bytes that arrived begin with 0. */
  private static final byte FORMAT = 1;

  private static final int NO_VERSION = 0;
  private static final int LONGEST_VARINT = 5;
  private static final byte[] SAME_PORTFOLIO = {};

  private final byte[] bytes;
  private final int version;
  private final int outcomeStart;
  private final int arrivedStart;
  private final int end;

  private StoredProposal(byte[] bytes, int version, int outcomeStart, int arrivedStart, int end) {
    this.bytes = bytes;
    this.version = version;
    this.outcomeStart = outcomeStart;
    this.arrivedStart = arrivedStart;
    this.end = end;
  }

  static StoredProposal fromBytes(byte[] bytes) {
    return fromBytes(bytes, 0, bytes.length);
  }

  /** Likewise, of the bytes from {@code from} to before {@code to}. */
  static StoredProposal fromBytes(byte[] bytes, int from, int to) {
    if (bytes[from] != FORMAT) {
      return new StoredProposal(bytes, NO_VERSION, from, from, to);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, to - from);
    buffer.get();
    int version = ByteUtils.readUnsignedVarint(buffer);
    int outcomeLength = Lengths.read(buffer);
    int outcomeStart = buffer.position();
    return new StoredProposal(bytes, version, outcomeStart, outcomeStart + outcomeLength, to);
  }

  /**
   * @param version another than that of the proposal before
   * @param portfolio of the proposal; that of the outcome may still be another
   */
  static byte[] toBytes(
      int version, @Nullable Outcome outcome, String portfolio, ByteBuffer arrived) {
    byte[] other =
        outcome == null || outcome.portfolio().equals(portfolio)
            ? SAME_PORTFOLIO
            : outcome.portfolio().getBytes(UTF_8);
    ByteBuffer before = ByteBuffer.allocate(LONGEST_VARINT + other.length + Outcome.MOST_BYTES);
    if (outcome != null) {
      ByteUtils.writeUnsignedVarint(other.length, before);
      before.put(other);
      outcome.writeTo(before);
    }
    before.flip();
    ByteBuffer buffer =
        ByteBuffer.allocate(
            1
                + ByteUtils.sizeOfUnsignedVarint(version)
                + ByteUtils.sizeOfUnsignedVarint(before.remaining())
                + before.remaining()
                + arrived.remaining());
    buffer.put(FORMAT);
    ByteUtils.writeUnsignedVarint(version, buffer);
    ByteUtils.writeUnsignedVarint(before.remaining(), buffer);
    return buffer.put(before).put(arrived).array();
  }

  /**
   * Whether one of the first builds stored it, so that its outcome is by itself in the other store.
   */
  boolean isOfFirstBuilds() {
    return version == NO_VERSION;
  }

  int version() {
    return version;
  }

  int nextVersion() {
    return version + 1 == NO_VERSION ? FIRST_VERSION : version + 1;
  }

  /**
   * The outcome known when it was stored; null where there was none.
   *
   * @param portfolio of the proposal
   */
  @Nullable Outcome outcome(String portfolio) {
    if (outcomeStart == arrivedStart) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, outcomeStart, arrivedStart - outcomeStart);
    byte[] other = new byte[Lengths.read(buffer)];
    buffer.get(other);
    return Outcome.readFrom(buffer, other.length == 0 ? portfolio : new String(other, UTF_8));
  }

  /** The bytes that arrived. */
  ByteBuffer arrived() {
    return ByteBuffer.wrap(bytes, arrivedStart, end - arrivedStart);
  }

  /** The proposal. */
  Proposal decode(Bytes id, RecordDecoder<Proposal> decoder) {
    return decoder.decodeAccepted(id, bytes, arrivedStart, end);
  }
}
