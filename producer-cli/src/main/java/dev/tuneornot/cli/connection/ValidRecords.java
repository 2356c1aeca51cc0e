package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a topic of one of the inputs says now. A refused record has displaced the good one of its
 * key there, though not in the streams app, so it is named and left out. A price that is held has
 * displaced the one in force, so that one is taken from its review.
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
    if (type == RecordType.MODEL_PRICING) {
      takeInForce(type, records, clients, refusals);
    }
    return records;
  }

  private static <T extends SpecificRecord> void takeInForce(
      RecordType<T> type, Map<String, T> records, Clients clients, Refusals refusals) {
    String topic = TopicSpec.PRICE_REVIEWS.name(clients.settings().topicPrefix());
    try (Decoded<PriceReview> decoded =
        new Decoded<>(PriceReview.class, topic, clients, refusals)) {
      LastValues.of(topic, clients)
          .forEach(
              (key, value) ->
                  decoded
                      .of(key, value)
                      .ifPresent(
                          review -> {
                            if (review.getInForce() == null) {
                              records.remove(key);
                            } else {
                              records.put(key, type.recordClass().cast(review.getInForce()));
                            }
                          }));
    }
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
