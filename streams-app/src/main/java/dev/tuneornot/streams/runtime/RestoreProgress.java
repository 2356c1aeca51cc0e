package dev.tuneornot.streams.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many records each store still has to restore. */
final class RestoreProgress implements StateRestoreListener {
  private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

  /** Records left by changelog partition; empty where nothing is being restored. */
  Map<String, Long> remaining() {
    Map<String, Long> sorted = new TreeMap<>();
    remaining.forEach((partition, records) -> sorted.put(partition.toString(), records));
    return sorted;
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    remaining.put(partition, Math.max(0, end - start));
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long restored) {
    remaining.computeIfPresent(partition, (unused, left) -> Math.max(0, left - restored));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    remaining.remove(partition);
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    remaining.remove(partition);
  }
}
