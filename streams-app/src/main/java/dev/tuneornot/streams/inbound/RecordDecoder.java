package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.RecordReader;
import dev.tuneornot.confluent.UnreadableException;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;

/**
 * Reads records of an input topic with the writer schemas that the task has seen, and holds them to
 * the bounds of docs/rules.md section 1. One instance a task; not thread-safe.
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final RecordType<T> type;
  private final WriterSchemas schemas;
  private final RecordReader<T> reader;

  public RecordDecoder(RecordType<T> type, WriterSchemas schemas) {
    this.type = type;
    this.schemas = schemas;
    this.reader = new RecordReader<>(type.schema(), type::readerOf);
  }

  /** Decodes and checks a record that came from outside. */
  public Decoding<T> decode(Bytes key, byte[] value) {
    if (!WireFormat.isFramed(value)) {
      return refused(Reason.UNDECODABLE, "value is not in the wire format (0x00, schema id, Avro)");
    }
    int schemaId = WireFormat.schemaId(value);
    try {
      if (!reader.knows(schemaId)) {
        Answer answer = schemas.find(schemaId);
        if (answer instanceof Answer.Unavailable) {
          return new Decoding.Awaiting<>(schemaId);
        }
        if (answer instanceof Answer.Unknown unknown) {
          return refused(Reason.UNKNOWN_SCHEMA, "schema id " + schemaId + ": " + unknown.message());
        }
        reader.learn(schemaId, ((Answer.Found) answer).schema());
      }
      return checked(key, reader.read(value));
    } catch (UnreadableException e) {
      return new Decoding.Refused<>(
          new Refusal(Reason.UNDECODABLE, String.valueOf(e.getMessage()), e.getCause()));
    }
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
      if (!reader.knows(schemaId)) {
        if (!(schemas.find(schemaId) instanceof Answer.Found found)) {
          throw new IllegalStateException("writer schema " + schemaId + " is not in the store");
        }
        reader.learn(schemaId, found.schema());
      }
      return reader.read(bytes, start, end);
    } catch (UnreadableException | SerializationException e) {
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

  private static <T> Decoding<T> refused(Reason reason, String message) {
    return new Decoding.Refused<>(Refusal.of(reason, message));
  }
}
