package dev.tuneornot.streams.sweep;

import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceKey;
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
 * @param isWrapped whether the cursor has gone past the end since
 * @param publishesAll whether recommendations are emitted although they say the same as before, as
 *     the topic that has them is another one
 */
public record PendingChange(
    ReferenceKey key,
    ChangeVersion version,
    long sequence,
    long noticedAt,
    @Nullable Bytes mark,
    boolean isWrapped,
    boolean publishesAll) {

  /** Kind, key and version: what identifies the change everywhere. */
  public String changeId() {
    return key + "@" + version;
  }

  PendingChange pastTheEnd() {
    return new PendingChange(key, version, sequence, noticedAt, mark, true, publishesAll);
  }

  /** Whether the cursor, about to move on to {@code next}, has come round to the mark. */
  boolean isDoneBefore(Bytes next) {
    return isWrapped && (mark == null || next.compareTo(mark) > 0);
  }

  /** Whether the cursor, at the end, has come round to the mark. */
  boolean isDoneAtTheEnd() {
    return isWrapped || mark == null;
  }
}
