package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a task's outcomes were made by and for, kept beside other things of the task: under {@code
 * r} the version of the rules, under {@code o} the id of the topic that has the recommendations.
 */
final class LastRun {
  private static final Bytes RULES = Bytes.wrap("r".getBytes(UTF_8));
  private static final Bytes OUTPUT = Bytes.wrap("o".getBytes(UTF_8));

  private final KeyValueStore<Bytes, byte[]> store;

  LastRun(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Makes the present version the task's; whether it was another before. */
  boolean hadOtherRules(String version) {
    return replace(RULES, version);
  }

  /** Makes a topic that of the task's recommendations; whether it was another before. */
  boolean hadOtherOutput(String topicId) {
    return !topicId.isEmpty() && replace(OUTPUT, topicId);
  }

  private boolean replace(Bytes key, String present) {
    byte[] known = store.get(key);
    if (known != null && new String(known, UTF_8).equals(present)) {
      return false;
    }
    store.put(key, present.getBytes(UTF_8));
    return known != null;
  }
}
