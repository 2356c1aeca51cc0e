package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When announced price periods come into force. Up to which instant each model's periods have been
 * taken note of is durable, so that one that came into force while the task was down is not missed.
 */
public final class PriceCalendar {
  /** Where nothing is announced. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final byte NOTED = 'a';

  private final KeyValueStore<Bytes, byte[]> store;
  private final ReferenceBook reference;
  private final TreeMap<Long, Set<String>> upcoming = new TreeMap<>();

  /** In order. Asked of every row, so without a box for each question. */
  private long[] everAnnounced = {};

  /** An announced period that has come into force. */
  public record Activation(String modelId, long inForceFrom) {}

  /**
   * @param store keeps what has been taken note of, beside other things of the task
   */
  public PriceCalendar(KeyValueStore<Bytes, byte[]> store, ReferenceBook reference) {
    this.store = store;
    this.reference = reference;
    reference
        .prices()
        .forEach(
            (modelId, pricing) -> {
              byte[] noted = store.get(key(modelId));
              if (noted != null) {
                announce(modelId, pricing, ByteBuffer.wrap(noted).getLong());
              }
            });
  }

  /**
   * Takes note of a new price; its periods up to {@code now} are part of that change.
   *
   * @param before the price that it takes the place of
   */
  public void changed(String modelId, @Nullable ModelPricing before, long now) {
    if (before != null) {
      withdraw(modelId, before);
    }
    ModelPricing pricing = reference.find(modelId);
    if (pricing == null) {
      store.delete(key(modelId));
    } else {
      noteUpTo(modelId, now);
      announce(modelId, pricing, now);
    }
  }

  /** When the next announced period comes into force; {@link #NEVER} where none does. */
  public long next() {
    return upcoming.isEmpty() ? NEVER : upcoming.firstKey();
  }

  /** Takes out a model with a period that is in force by {@code now}; null where there is none. */
  public @Nullable Activation take(long now) {
    Map.Entry<Long, Set<String>> first = upcoming.firstEntry();
    if (first == null || first.getKey() > now) {
      return null;
    }
    String modelId = first.getValue().iterator().next();
    remove(modelId, first.getKey());
    noteUpTo(modelId, first.getKey());
    return new Activation(modelId, first.getKey());
  }

  /** The models of which an announced period comes into force at {@code instant}. */
  public Set<String> announcedFor(long instant) {
    return upcoming.getOrDefault(instant, Set.of());
  }

  /** False where {@link #announcedFor} has been empty for {@code instant} since the start. */
  public boolean wasEverAnnounced(long instant) {
    return Arrays.binarySearch(everAnnounced, instant) >= 0;
  }

  private void announce(String modelId, ModelPricing pricing, long notedUpTo) {
    for (PricePeriod period : pricing.getPeriods()) {
      long from = period.getEffectiveFrom().toEpochMilli();
      if (from > notedUpTo) {
        upcoming.computeIfAbsent(from, unused -> new HashSet<>()).add(modelId);
        rememberAnnounced(from);
      }
    }
  }

  private void rememberAnnounced(long instant) {
    if (!wasEverAnnounced(instant)) {
      long[] more = Arrays.copyOf(everAnnounced, everAnnounced.length + 1);
      more[everAnnounced.length] = instant;
      Arrays.sort(more);
      everAnnounced = more;
    }
  }

  private void withdraw(String modelId, ModelPricing pricing) {
    for (PricePeriod period : pricing.getPeriods()) {
      remove(modelId, period.getEffectiveFrom().toEpochMilli());
    }
  }

  private void remove(String modelId, long instant) {
    Set<String> models = upcoming.get(instant);
    if (models != null && models.remove(modelId) && models.isEmpty()) {
      upcoming.remove(instant);
    }
  }

  private void noteUpTo(String modelId, long instant) {
    store.put(key(modelId), ByteBuffer.allocate(Long.BYTES).putLong(instant).array());
  }

  private static Bytes key(String modelId) {
    byte[] bytes = modelId.getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(bytes.length + 1).put(NOTED).put(bytes).array());
  }
}
