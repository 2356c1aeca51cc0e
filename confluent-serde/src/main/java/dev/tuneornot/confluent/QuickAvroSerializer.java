package dev.tuneornot.confluent;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the bytes of Confluent's serializer without asking it for every record. The first record of
 * a topic goes through it, with whatever its settings say of registration and subjects; where the
 * schema id it put in front and the plain Avro encoding are all it did, later records of that
 * schema are encoded at once. Everything else goes to it: other schemas, what is no specific
 * record, records that cannot be encoded, topics where it did more.
 *
 * <p>One sample does not show what a data contract does to others: records of topics whose subject
 * has rules are left to Confluent's serializer altogether ({@link DataContracts}).
 *
 * <p>An {@link EncodedRecord} is taken as what it was encoded from.
 *
 * <p>Confluent's serializer hashes and looks up the schema for each record, which takes as long as
 * the encoding. Thread-safe if that is.
 */
public final class QuickAvroSerializer implements Serializer<Object> {
  private final Serializer<Object> confluent;
  private final Map<Schema, DatumWriter<SpecificRecord>> writers;
  private final Set<String> withRules;
  private final Map<String, Encoding> byTopic = new ConcurrentHashMap<>();
  private final ThreadLocal<ByteArrayEncoder> encoders =
      ThreadLocal.withInitial(ByteArrayEncoder::new);

  /** How records of a topic are encoded; the writer is null where only Confluent's can do it. */
  private record Encoding(
      Schema schema, int schemaId, @Nullable DatumWriter<SpecificRecord> writer) {}

  /**
   * For topics without rules.
   *
   * @param confluent configured; closed with this one
   */
  public QuickAvroSerializer(Serializer<Object> confluent) {
    this(confluent, Map.of(), Set.of());
  }

  /**
   * @param confluent configured; closed with this one
   * @param writers of records of a schema, in place of the one for any generated class; thread-safe
   * @param withRules the topics whose subjects have rules
   */
  public QuickAvroSerializer(
      Serializer<Object> confluent,
      Map<Schema, DatumWriter<SpecificRecord>> writers,
      Set<String> withRules) {
    this.confluent = confluent;
    this.writers = Map.copyOf(writers);
    this.withRules = Set.copyOf(withRules);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Object data) {
    return serialize(topic, new RecordHeaders(), data);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Object data) {
    EncodedRecord encoded = data instanceof EncodedRecord record ? record : null;
    Object plain = encoded == null ? data : encoded.value();
    if (!(plain instanceof SpecificRecord value) || withRules.contains(topic)) {
      return confluent.serialize(topic, headers, plain);
    }
    Encoding encoding = byTopic.get(topic);
    if (encoding == null) {
      return first(topic, headers, value);
    }
    DatumWriter<SpecificRecord> writer = encoding.writer();
    if (writer == null || !encoding.schema().equals(value.getSchema())) {
      return confluent.serialize(topic, headers, value);
    }
    if (encoded != null) {
      return WireFormat.frame(encoding.schemaId(), encoded.bytes(), encoded.length());
    }
    try {
      return encode(encoding.schemaId(), writer, value);
    } catch (IOException | RuntimeException e) {
      // Confluent's errors are what callers know.
      return confluent.serialize(topic, headers, value);
    }
  }

  private byte[] first(String topic, Headers headers, SpecificRecord value) {
    int headersBefore = headers.toArray().length;
    byte[] bytes = confluent.serialize(topic, headers, value);
    if (headers.toArray().length == headersBefore && WireFormat.isFramed(bytes)) {
      byTopic.put(topic, encodingOf(bytes, value));
    }
    return bytes;
  }

  private Encoding encodingOf(byte[] bytes, SpecificRecord value) {
    int schemaId = WireFormat.schemaId(bytes);
    DatumWriter<SpecificRecord> own = writers.get(value.getSchema());
    DatumWriter<SpecificRecord> writer =
        own == null ? new GeneratedRecordWriter(value.getSchema()) : own;
    try {
      boolean isSame = Arrays.equals(encode(schemaId, writer, value), bytes);
      return new Encoding(value.getSchema(), schemaId, isSame ? writer : null);
    } catch (IOException | RuntimeException e) {
      return new Encoding(value.getSchema(), schemaId, null);
    }
  }

  private byte[] encode(int schemaId, DatumWriter<SpecificRecord> writer, SpecificRecord value)
      throws IOException {
    ByteArrayEncoder encoder = encoders.get();
    encoder.reset();
    writer.write(value, encoder);
    return WireFormat.frame(schemaId, encoder.array(), encoder.length());
  }

  @Override
  public void close() {
    confluent.close();
  }
}
