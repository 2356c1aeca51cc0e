package dev.tuneornot.streams.inbound;

import dev.tuneornot.streams.meters.AppMeters;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Rate;
import org.apache.kafka.common.metrics.stats.WindowedSum;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Counts refused records by reason: {@code refused-rate|total} of Kafka Streams' metrics, group
 * {@code stream-tune-or-not-metrics}, tagged with the task id and the reason.
 */
@FunctionalInterface
public interface RefusalMeter {

  void refused(Reason reason);

  /**
   * The meter of a task, in Kafka Streams' own metrics, and in those of the process. All processors
   * of a task share its sensors.
   */
  static RefusalMeter of(ProcessingContext context, AppMeters process) {
    Map<Reason, Sensor> sensors = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      sensors.put(reason, sensor(context.metrics(), context.taskId().toString(), reason));
    }
    return reason -> {
      sensors.get(reason).record();
      process.refused(reason.name());
    };
  }

  /** {@link StreamsMetrics#addRateTotalSensor} would make one sensor of all reasons. */
  private static Sensor sensor(StreamsMetrics metrics, String task, Reason reason) {
    Sensor sensor = metrics.addSensor(task + "-refused-" + reason, RecordingLevel.INFO);
    sensor.add(
        name("refused-rate", "Records refused a second", task, reason),
        new Rate(new WindowedSum()));
    sensor.add(name("refused-total", "Records refused", task, reason), new CumulativeSum());
    return sensor;
  }

  private static MetricName name(String name, String description, String task, Reason reason) {
    return new MetricName(
        name,
        "stream-tune-or-not-metrics",
        description,
        Map.of("task-id", task, "reason", reason.name()));
  }
}
