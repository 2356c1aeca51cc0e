package dev.tuneornot.cli.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a compacted topic says now: the last value of each key, deleted ones left out. */
public final class LastValues {

  private LastValues() {}

  /** By key, in the order of the keys, so that two exports can be compared. */
  public static SortedMap<String, byte[]> of(String topic, Clients clients) {
    SortedMap<String, byte[]> values = new TreeMap<>();
    read(topic, clients, values);
    return values;
  }

  /** By key, in no order: for large topics. */
  public static Map<String, byte[]> unsorted(String topic, Clients clients) {
    Map<String, byte[]> values = new HashMap<>();
    read(topic, clients, values);
    return values;
  }

  private static void read(String topic, Clients clients, Map<String, byte[]> values) {
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
  }

  /** Those of some keys that have a value. Reads only the partitions that they are in. */
  public static Set<String> present(String topic, Collection<String> keys, Clients clients) {
    Set<String> wanted = new HashSet<>(keys);
    Set<String> present = new HashSet<>();
    List<byte[]> bytes = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    try (TopicReader reader = TopicReader.openPartitionsOf(topic, bytes, clients)) {
      reader.readToEnd(
          record -> {
            String key =
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (!wanted.contains(key)) {
              return;
            }
            if (record.value() == null) {
              present.remove(key);
            } else {
              present.add(key);
            }
          });
    }
    return present;
  }

  /**
   * The last value of one key; empty if there is none or it is deleted. Reads only the partition in
   * which Kafka's partitioner puts the key.
   */
  public static Optional<byte[]> of(String topic, String key, Clients clients) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> last = new HashMap<>();
    try (TopicReader reader = TopicReader.openPartitionsOf(topic, List.of(bytes), clients)) {
      reader.readToEnd(
          record -> {
            if (Arrays.equals(record.key(), bytes)) {
              last.put(key, record.value());
            }
          });
    }
    return Optional.ofNullable(last.get(key));
  }
}
