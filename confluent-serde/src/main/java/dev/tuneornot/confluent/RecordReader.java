package dev.tuneornot.confluent;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format into a generated class, whoever wrote it: what is malformed, nested
 * too deeply or of another record is an {@link UnreadableException}, and nothing else is thrown.
 * How long texts and collections may be is Avro's own setting, which each program makes at its
 * start. Writer schemas are told to it, by id. Not thread-safe.
 */
public final class RecordReader<T extends SpecificRecord> {
  private final Schema schema;
  private final Function<Schema, DatumReader<T>> readers;
  private final Map<Integer, Known<T>> known = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  /** Nearly all records have the schema of the one before. */
  private int lastId = -1;

  private @Nullable Known<T> last;

  private record Known<T>(Schema writer, DatumReader<T> reader) {}

  public RecordReader(Class<T> type) {
    this(SpecificData.get().getSchema(type));
  }

  private RecordReader(Schema schema) {
    this(
        schema,
        writer -> new SpecificDatumReader<>(writer, schema, SpecificData.getForSchema(schema)));
  }

  /**
   * @param schema of the class
   * @param readers give the reader of a writer schema
   */
  public RecordReader(Schema schema, Function<Schema, DatumReader<T>> readers) {
    this.schema = schema;
    this.readers = readers;
  }

  /** Whether {@link #learn} was called for the id. */
  public boolean knows(int schemaId) {
    return find(schemaId) != null;
  }

  /**
   * Takes what is written under {@code schemaId} from now on for records of {@code writer}.
   *
   * @throws UnreadableException where it is the schema of another record. Avro itself reads any
   *     record as one whose fields all have defaults: a proposal on the topic of policies would be
   *     a policy. The name counts as Avro's own schema resolution counts it.
   */
  public void learn(int schemaId, Schema writer) throws UnreadableException {
    if (writer.getType() != Schema.Type.RECORD || !writer.getName().equals(schema.getName())) {
      throw new UnreadableException(
          "schema id %d is of %s: must be of %s"
              .formatted(schemaId, writer.getFullName(), schema.getFullName()));
    }
    known.put(schemaId, new Known<>(writer, readers.apply(writer)));
    lastId = -1;
  }

  /** The record in {@code value}, of which the schema id is known. */
  public T read(byte[] value) throws UnreadableException {
    return read(value, 0, value.length);
  }

  /**
   * The record between two indexes of {@code bytes}, header included.
   *
   * @throws IllegalStateException where its schema id is not known
   */
  public T read(byte[] bytes, int start, int end) throws UnreadableException {
    int schemaId = WireFormat.schemaId(bytes, start);
    DatumReader<T> reader = known(schemaId).reader();
    try {
      int payload = start + WireFormat.HEADER_BYTES;
      reused = DecoderFactory.get().binaryDecoder(bytes, payload, end - payload, reused);
      T record = reader.read(null, reused);
      if (!reused.isEnd()) {
        throw new IOException("bytes left over behind the record");
      }
      return record;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Avro reports malformed data by whatever its reader stumbles over first; and a writer schema
      // may refer to itself, and so nest its data as deeply as it likes.
      throw new UnreadableException("not readable as " + schema.getFullName() + ": " + e, e);
    }
  }

  /** The schema that {@code value} was written with, of which the id is known. */
  public Schema writerOf(byte[] value) {
    return known(WireFormat.schemaId(value)).writer();
  }

  private Known<T> known(int schemaId) {
    Known<T> found = find(schemaId);
    if (found == null) {
      throw new IllegalStateException("schema id " + schemaId + " is not known");
    }
    return found;
  }

  private @Nullable Known<T> find(int schemaId) {
    if (schemaId != lastId) {
      last = known.get(schemaId);
      lastId = schemaId;
    }
    return last;
  }
}
