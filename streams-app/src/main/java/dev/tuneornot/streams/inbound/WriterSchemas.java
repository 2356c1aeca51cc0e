package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The writer schemas that a task has seen, by id, kept in a store of its own: what was accepted
 * once stays readable after a restore, with the registry away or swapped.
 */
public final class WriterSchemas {
  private final KeyValueStore<Bytes, byte[]> store;
  private final SchemaLookup lookup;
  private final Map<Integer, Answer.Found> known = new HashMap<>();

  public WriterSchemas(KeyValueStore<Bytes, byte[]> store, SchemaLookup lookup) {
    this.store = store;
    this.lookup = lookup;
    try (KeyValueIterator<Bytes, byte[]> schemas = store.all()) {
      while (schemas.hasNext()) {
        KeyValue<Bytes, byte[]> entry = schemas.next();
        known.put(
            ByteBuffer.wrap(entry.key.get()).getInt(),
            new Answer.Found(parse(new String(entry.value, UTF_8))));
      }
    }
  }

  /** The schema of {@code schemaId}, from the store or else from the registry. */
  public Answer find(int schemaId) {
    Answer.Found found = known.get(schemaId);
    if (found != null) {
      return found;
    }
    Answer answer = lookup.find(schemaId);
    if (answer instanceof Answer.Found fresh) {
      known.put(schemaId, fresh);
      store.put(key(schemaId), fresh.schema().toString().getBytes(UTF_8));
    }
    return answer;
  }

  /** As leniently as the registry's client has parsed it: what was accepted stays readable. */
  private static Schema parse(String json) {
    return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false).parse(json);
  }

  private static Bytes key(int schemaId) {
    return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
  }
}
