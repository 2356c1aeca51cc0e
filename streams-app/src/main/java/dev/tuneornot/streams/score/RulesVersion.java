package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Rules;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The version of the rules that the task's outcomes were made by. */
final class RulesVersion {
  private static final Bytes KEY = Bytes.wrap("r".getBytes(UTF_8));

  private final KeyValueStore<Bytes, byte[]> store;

  /**
   * @param store keeps the version, beside other things of the task
   */
  RulesVersion(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Makes the present version the task's; whether it was another before. */
  boolean update() {
    byte[] known = store.get(KEY);
    if (known != null && new String(known, UTF_8).equals(Rules.VERSION)) {
      return false;
    }
    store.put(KEY, Rules.VERSION.getBytes(UTF_8));
    return known != null;
  }
}
