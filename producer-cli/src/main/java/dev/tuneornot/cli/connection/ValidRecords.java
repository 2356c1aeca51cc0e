package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a topic of one of the three inputs says now. A refused record has displaced the good one of
 * its key there, though not in the streams app, so it is named and left out.
 */
public final class ValidRecords {

  private ValidRecords() {}

  /** By record key, in the order of the keys. */
  public static <T extends SpecificRecord> SortedMap<String, T> of(
      RecordType<T> type, String topic, Clients clients, Refusals refusals) {
    SortedMap<String, T> records = new TreeMap<>();
    try (Decoded<T> decoded = new Decoded<>(type.recordClass(), topic, clients, refusals)) {
      for (Map.Entry<String, byte[]> value : LastValues.of(topic, clients).entrySet()) {
        Optional<T> record = decoded.of(value.getKey(), value.getValue());
        if (record.isPresent() && isValid(type, record.get(), value.getKey(), topic, refusals)) {
          records.put(value.getKey(), record.get());
        }
      }
    }
    return records;
  }

  /** Whether a record is within its bounds; if not, it is reported. */
  public static <T extends SpecificRecord> boolean isValid(
      RecordType<T> type, T record, String key, String topic, Refusals refusals) {
    List<Violation> violations = type.check(record, key);
    violations.forEach(
        violation -> refusals.report(topic + ": " + Violation.displayed(key) + ": " + violation));
    return violations.isEmpty();
  }
}
