package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Confluent's wire format with the writer schema of its id into the class of today, and
 * holds it to the bounds of docs/rules.md section 1. One instance a task; not thread-safe.
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final RecordType<T> type;
  private final WriterSchemas schemas;
  private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  /** Nearly all records have the schema of the one before. */
  private int lastSchemaId = -1;

  private @Nullable DatumReader<T> lastReader;

  public RecordDecoder(RecordType<T> type, WriterSchemas schemas) {
    this.type = type;
    this.schemas = schemas;
  }

  /** Decodes and checks a record that came from outside. */
  public Decoding<T> decode(Bytes key, byte[] value) {
    if (!WireFormat.isFramed(value)) {
      return refused(Reason.UNDECODABLE, "value is not in the wire format (0x00, schema id, Avro)");
    }
    int schemaId = WireFormat.schemaId(value);
    DatumReader<T> reader = knownReader(schemaId);
    if (reader == null) {
      Answer answer = schemas.find(schemaId);
      if (answer instanceof Answer.Unavailable) {
        return new Decoding.Awaiting<>(schemaId);
      }
      if (answer instanceof Answer.Unknown unknown) {
        return refused(Reason.UNKNOWN_SCHEMA, "schema id " + schemaId + ": " + unknown.message());
      }
      Schema writer = ((Answer.Found) answer).schema();
      if (!isOfOurRecord(writer)) {
        return refused(
            Reason.UNDECODABLE,
            "schema id %d is of %s: must be of %s"
                .formatted(schemaId, writer.getFullName(), type.schema().getFullName()));
      }
      reader = reader(schemaId, writer);
    }
    try {
      return checked(key, read(reader, value, 0, value.length));
    } catch (IOException | RuntimeException e) {
      // Avro reports malformed data by whatever its reader stumbles over first.
      return unreadable(e);
    } catch (StackOverflowError e) {
      // A writer schema may refer to itself, and so nest its data as deeply as it likes.
      return unreadable(e);
    }
  }

  /**
   * Avro itself reads any record as one whose fields all have defaults: a proposal on the topic of
   * policies would be a policy. The name counts as Avro's own schema resolution counts it.
   */
  private boolean isOfOurRecord(Schema writer) {
    return writer.getType() == Schema.Type.RECORD
        && writer.getName().equals(type.schema().getName());
  }

  private Decoding<T> unreadable(Throwable failure) {
    String message = "not readable as " + type.schema().getFullName() + ": " + failure;
    return new Decoding.Refused<>(new Refusal(Reason.UNDECODABLE, message, failure));
  }

  /**
   * Decodes a value that was accepted before.
   *
   * @param start where it begins in {@code bytes}
   * @param end where it ends
   * @throws IllegalStateException where that is no longer possible
   */
  public T decodeAccepted(Bytes key, byte[] bytes, int start, int end) {
    try {
      int schemaId = WireFormat.schemaId(bytes, start);
      DatumReader<T> reader = knownReader(schemaId);
      if (reader == null) {
        if (!(schemas.find(schemaId) instanceof Answer.Found found)) {
          throw new IllegalStateException("writer schema " + schemaId + " is not in the store");
        }
        reader = reader(schemaId, found.schema());
      }
      return read(reader, bytes, start, end);
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "Stored " + type.name() + " " + new String(key.get(), UTF_8) + " is not readable", e);
    }
  }

  private Decoding<T> checked(Bytes key, T value) {
    List<Violation> all = type.check(value, new String(key.get(), UTF_8));
    if (all.isEmpty()) {
      return new Decoding.Accepted<>(value);
    }
    List<Violation> violations = type.check(value);
    if (violations.isEmpty()) {
      return refused(Reason.KEY_MISMATCH, all.get(0).toString());
    }
    String message = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return refused(Reason.INVALID_RECORD, message);
  }

  private @Nullable DatumReader<T> knownReader(int schemaId) {
    if (schemaId != lastSchemaId) {
      lastReader = readers.get(schemaId);
      lastSchemaId = schemaId;
    }
    return lastReader;
  }

  private DatumReader<T> reader(int schemaId, Schema writer) {
    DatumReader<T> reader = type.readerOf(writer);
    readers.put(schemaId, reader);
    lastReader = reader;
    lastSchemaId = schemaId;
    return reader;
  }

  private T read(DatumReader<T> reader, byte[] bytes, int start, int end) throws IOException {
    int payload = start + WireFormat.HEADER_BYTES;
    reused = DecoderFactory.get().binaryDecoder(bytes, payload, end - payload, reused);
    T record = reader.read(null, reused);
    if (!reused.isEnd()) {
      throw new IOException("bytes left over behind the record");
    }
    return record;
  }

  private static <T> Decoding<T> refused(Reason reason, String message) {
    return new Decoding.Refused<>(Refusal.of(reason, message));
  }
}
