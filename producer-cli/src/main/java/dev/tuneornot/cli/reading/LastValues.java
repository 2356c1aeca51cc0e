package dev.tuneornot.cli.reading;

import dev.tuneornot.cli.connection.Clients;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a compacted topic says now: the last value of each key, deleted ones left out. */
public final class LastValues {

  private LastValues() {}

  /** By key, in the order of the keys, so that two exports can be compared. */
  public static SortedMap<String, byte[]> of(String topic, Clients clients) {
    SortedMap<String, byte[]> values = new TreeMap<>();
    try (TopicReader reader = TopicReader.open(topic, clients)) {
      reader.readToEnd(
          record -> {
            if (record.key() == null) {
              return;
            }
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
              values.remove(key);
            } else {
              values.put(key, record.value());
            }
          });
    }
    return values;
  }
}
