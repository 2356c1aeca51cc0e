package dev.tuneornot.streams.reference;

import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The last valid prices and policies of a task: a logged store, and decoded on the heap. */
public final class ReferenceBook implements PriceBook {
  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, ModelPricing> prices = new HashMap<>();
  private final Map<String, ChangeVersion> priceVersions = new HashMap<>();
  private final Map<String, Policy> policies = new HashMap<>();

  public ReferenceBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Reads what was in force when the task ended. */
  public void load() {
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        remember(ReferenceKey.fromBytes(entry.key.get()), ReferenceChange.fromBytes(entry.value));
      }
    }
  }

  /** Makes {@code change} the content of {@code key} from now on. */
  public void apply(ReferenceKey key, ReferenceChange change) {
    if (change.content() == null) {
      store.delete(key.toBytes());
    } else {
      store.put(key.toBytes(), change.toBytes());
    }
    remember(key, change);
  }

  @Override
  public @Nullable ModelPricing find(String modelId) {
    return prices.get(modelId);
  }

  /**
   * The policy in force for {@code portfolio}: its own, else that of all, else the built-in one.
   */
  public Policy policyFor(String portfolio) {
    return Policies.inForce(portfolio, policies::get);
  }

  /** Whether {@code portfolio} has a policy of its own, so that the one of all does not count. */
  public boolean hasOwnPolicy(String portfolio) {
    return policies.containsKey(portfolio);
  }

  /** All prices, by modelId. */
  public Map<String, ModelPricing> prices() {
    return Collections.unmodifiableMap(prices);
  }

  /**
   * Which change brought the price in force for {@code modelId}.
   *
   * @throws IllegalArgumentException where there is none
   */
  public ChangeVersion priceVersion(String modelId) {
    ChangeVersion version = priceVersions.get(modelId);
    if (version == null) {
      throw new IllegalArgumentException("No price of " + modelId);
    }
    return version;
  }

  private void remember(ReferenceKey key, ReferenceChange change) {
    switch (key.kind()) {
      case PRICE -> {
        remember(prices, key.key(), ContentCodec.PRICING, change.content());
        priceVersions.put(key.key(), change.version());
      }
      case POLICY -> remember(policies, key.key(), ContentCodec.POLICY, change.content());
      case RULES, OTHER -> throw new IllegalStateException(key.kind() + " has no content");
    }
  }

  private static <T extends SpecificRecord> void remember(
      Map<String, T> book, String key, ContentCodec<T> codec, byte @Nullable [] content) {
    if (content == null) {
      book.remove(key);
    } else {
      book.put(key, codec.decode(content));
    }
  }
}
