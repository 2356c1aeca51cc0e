package dev.tuneornot.streams.score;

import dev.tuneornot.streams.pass.SortedIds;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals have to be looked at again, by the instant. On the heap; follows from the
 * outcomes.
 *
 * <p>A proposal is due a millisecond after its validUntil: by rounding, the status may flip a
 * millisecond beside it (docs/rules.md section 8).
 */
final class TimeTable {
  private final TreeMap<Long, SortedIds> byInstant = new TreeMap<>();

  void add(Bytes id, long validUntil) {
    if (validUntil != Outcome.FOREVER) {
      byInstant.computeIfAbsent(validUntil + 1, unused -> new SortedIds()).add(id);
    }
  }

  /** Does nothing where it is not there. */
  void remove(Bytes id, long validUntil) {
    SortedIds ids = byInstant.get(validUntil + 1);
    if (validUntil == Outcome.FOREVER || ids == null) {
      return;
    }
    ids.remove(id);
    if (ids.isEmpty()) {
      byInstant.remove(validUntil + 1);
    }
  }

  /** When the next proposal is due; {@link Outcome#FOREVER} where none is. */
  long next() {
    return byInstant.isEmpty() ? Outcome.FOREVER : byInstant.firstKey();
  }

  /** Takes a proposal that is due out; null where there is none. */
  @Nullable Bytes take(long now) {
    Map.Entry<Long, SortedIds> first = byInstant.firstEntry();
    if (first == null || first.getKey() > now) {
      return null;
    }
    Bytes id = first.getValue().pollFirst();
    if (first.getValue().isEmpty()) {
      byInstant.remove(first.getKey());
    }
    return id;
  }
}
