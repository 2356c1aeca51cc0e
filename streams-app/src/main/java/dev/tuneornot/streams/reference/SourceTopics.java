package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.TopicIdentities;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which topics the records of prices, policies and commands have come from: a topic that was
 * deleted and made anew has the same name, begins at offset 0 again, and has another id. Kept under
 * {@code topic/} and its name: the generation (4 bytes) and the id.
 */
final class SourceTopics {
  private record Generation(String topicId, int number) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final TopicIdentities now;
  private final Map<String, Generation> generations = new HashMap<>();

  /**
   * @param now the topics as they are now
   */
  SourceTopics(KeyValueStore<Bytes, byte[]> store, TopicIdentities now) {
    this.store = store;
    this.now = now;
  }

  /** The version of the change that a record is. */
  ChangeVersion versionOf(InboundRecord record) {
    Generation generation = generations.computeIfAbsent(record.topic(), this::generationOf);
    return ChangeVersion.sent(generation.topicId(), generation.number(), record.offset());
  }

  private Generation generationOf(String topic) {
    String idNow = now.of(topic).toString();
    Bytes key = Bytes.wrap(("topic/" + topic).getBytes(UTF_8));
    byte[] known = store.get(key);
    Generation last = known == null ? null : fromBytes(known);
    if (last != null && last.topicId().equals(idNow)) {
      return last;
    }
    Generation present = new Generation(idNow, last == null ? 0 : last.number() + 1);
    byte[] id = idNow.getBytes(UTF_8);
    store.put(
        key,
        ByteBuffer.allocate(Integer.BYTES + id.length).putInt(present.number()).put(id).array());
    return present;
  }

  private static Generation fromBytes(byte[] bytes) {
    int number = ByteBuffer.wrap(bytes).getInt();
    return new Generation(
        new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, UTF_8), number);
  }
}
