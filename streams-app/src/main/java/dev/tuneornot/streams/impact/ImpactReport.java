package dev.tuneornot.streams.impact;

import dev.tuneornot.streams.pass.ChangeVersion;
import java.nio.ByteBuffer;

/**
 * How far one task is with the newest change of a key that it has noticed.
 *
 * @param version which change
 * @param done whether the task has worked it off
 * @param partitions how many tasks there are, so that the sum knows when all are done
 * @param dependants as counted when it was noticed; as visited once it is done
 * @param startedAt when the task noticed it, milliseconds since the epoch
 */
record ImpactReport(
    ChangeVersion version,
    boolean done,
    int partitions,
    long dependants,
    long startedAt,
    Tally tally) {
  private static final byte FORMAT = 1;
  private static final int FIXED =
      2 * Byte.BYTES + ChangeVersion.BYTES + Integer.BYTES + 2 * Long.BYTES;

  byte[] toBytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(FIXED + tally.bytes()).put(FORMAT).put((byte) (done ? 1 : 0));
    version.put(buffer).putInt(partitions).putLong(dependants).putLong(startedAt);
    tally.put(buffer);
    return buffer.array();
  }

  static ImpactReport fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Impact report of unknown format " + format);
    }
    boolean done = buffer.get() == 1;
    ChangeVersion version = ChangeVersion.get(buffer);
    return new ImpactReport(
        version, done, buffer.getInt(), buffer.getLong(), buffer.getLong(), Tally.get(buffer));
  }

  ImpactReport completed() {
    return new ImpactReport(version, true, partitions, tally.rescored(), startedAt, tally);
  }
}
