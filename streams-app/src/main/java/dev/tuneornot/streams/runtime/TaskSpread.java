package dev.tuneornot.streams.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.ThreadMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How many of the tasks that read a topic each stream thread has. Kafka Streams deals tasks by
 * number, and a thread that comes back may be dealt all the light ones (docs/operations.md, threads
 * after a restart).
 *
 * @param tasks by the name of the thread, of all threads
 */
record TaskSpread(Map<String, Integer> tasks) {

  static TaskSpread of(Collection<ThreadMetadata> threads, String topic) {
    Map<String, Integer> tasks = new TreeMap<>();
    for (ThreadMetadata thread : threads) {
      long reading =
          thread.activeTasks().stream()
              .filter(
                  task ->
                      task.topicPartitions().stream()
                          .anyMatch(partition -> partition.topic().equals(topic)))
              .count();
      tasks.put(thread.threadName(), (int) reading);
    }
    return new TaskSpread(tasks);
  }

  /** What is wrong with it; null where no thread has more than its share, rounded up. */
  @Nullable String complaint() {
    int all = tasks.values().stream().mapToInt(Integer::intValue).sum();
    int most = tasks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int share = tasks.isEmpty() ? 0 : (all + tasks.size() - 1) / tasks.size();
    return most <= share
        ? null
        : "One stream thread has %d of %d tasks that evaluate, so that others may idle: %s."
                .formatted(most, all, tasks)
            + " What helps: group.instance.id, or a thread more (docs/operations.md)";
  }
}
