package dev.tuneornot.benchmarks.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.TopicPartition;

/** What the topics take on the broker's disk, its own ones (offsets, transactions) included. */
record TopicBytes(long all, long recommendations) {

  static TopicBytes of(Admin admin) throws InterruptedException {
    long all = 0;
    long recommendations = 0;
    for (LogDirDescription directory : directories(admin).values()) {
      for (Map.Entry<TopicPartition, ReplicaInfo> replica : directory.replicaInfos().entrySet()) {
        all += replica.getValue().size();
        if (replica.getKey().topic().equals(OutputMeter.TOPIC)) {
          recommendations += replica.getValue().size();
        }
      }
    }
    return new TopicBytes(all, recommendations);
  }

  private static Map<String, LogDirDescription> directories(Admin admin)
      throws InterruptedException {
    try {
      int broker = admin.describeCluster().nodes().get().iterator().next().id();
      return admin
          .describeLogDirs(List.of(broker))
          .allDescriptions()
          .get()
          .values()
          .iterator()
          .next();
    } catch (ExecutionException e) {
      throw new IllegalStateException("log directories", e);
    }
  }

  TopicBytes since(TopicBytes before) {
    return new TopicBytes(all - before.all, recommendations - before.recommendations);
  }
}
