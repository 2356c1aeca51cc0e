package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When dates of models are reached: an announced price comes into force, tuning closes, a model or
 * what was tuned from it retires. Each is a change of its model (docs/rules.md section 10). Up to
 * which instant each model's dates have been taken note of is durable, under {@code a} and its id
 * (8 bytes), so that one that was reached while the task was down is not missed.
 */
public final class ModelDates {
  /** Where no date is ahead. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final byte NOTED = 'a';

  private final KeyValueStore<Bytes, byte[]> store;
  private final ReferenceBook reference;
  private final TreeMap<Long, Set<String>> ahead = new TreeMap<>();

  /** A date that has been reached. */
  public record Reached(String modelId, long at) {}

  /**
   * @param store keeps what has been taken note of, beside other things of the task
   */
  public ModelDates(KeyValueStore<Bytes, byte[]> store, ReferenceBook reference) {
    this.store = store;
    this.reference = reference;
  }

  /** Finds the dates ahead of all prices that there are. */
  public void load() {
    reference
        .prices()
        .forEach(
            (modelId, pricing) -> {
              byte[] noted = store.get(key(modelId));
              if (noted != null) {
                expect(modelId, pricing, ByteBuffer.wrap(noted).getLong());
              }
            });
  }

  /**
   * Takes note of a new price; its dates up to {@code now} are part of that change.
   *
   * @param before the price that it takes the place of
   */
  public void changed(String modelId, @Nullable ModelPricing before, long now) {
    if (before != null) {
      datesOf(before).forEach(date -> forget(modelId, date));
    }
    ModelPricing pricing = reference.find(modelId);
    if (pricing == null) {
      store.delete(key(modelId));
    } else {
      noteUpTo(modelId, now);
      expect(modelId, pricing, now);
    }
  }

  /** When the next date is reached; {@link #NEVER} where none is ahead. */
  public long next() {
    return ahead.isEmpty() ? NEVER : ahead.firstKey();
  }

  /** Takes out a date that is reached by {@code now}; null where there is none. */
  public @Nullable Reached take(long now) {
    Map.Entry<Long, Set<String>> first = ahead.firstEntry();
    if (first == null || first.getKey() > now) {
      return null;
    }
    String modelId = first.getValue().iterator().next();
    forget(modelId, first.getKey());
    noteUpTo(modelId, first.getKey());
    return new Reached(modelId, first.getKey());
  }

  private static List<Long> datesOf(ModelPricing pricing) {
    List<Long> dates = new ArrayList<>();
    for (PricePeriod period : pricing.getPeriods()) {
      dates.add(period.getEffectiveFrom().toEpochMilli());
    }
    add(dates, pricing.getTuningClosesAt());
    add(dates, pricing.getRetiresAt());
    add(dates, pricing.getTunedRetiresAt());
    return dates;
  }

  private static void add(List<Long> dates, @Nullable Instant date) {
    if (date != null) {
      dates.add(date.toEpochMilli());
    }
  }

  private void expect(String modelId, ModelPricing pricing, long notedUpTo) {
    for (long date : datesOf(pricing)) {
      if (date > notedUpTo) {
        ahead.computeIfAbsent(date, unused -> new HashSet<>()).add(modelId);
      }
    }
  }

  private void forget(String modelId, long date) {
    Set<String> models = ahead.get(date);
    if (models != null && models.remove(modelId) && models.isEmpty()) {
      ahead.remove(date);
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
