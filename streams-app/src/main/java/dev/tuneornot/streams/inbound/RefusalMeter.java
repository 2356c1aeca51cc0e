package dev.tuneornot.streams.inbound;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Counts refused records by reason: Kafka Streams metrics {@code refused-rate|total}. */
@FunctionalInterface
public interface RefusalMeter {

  void refused(Reason reason);

  /** The meter of a task, in Kafka Streams' own metrics. */
  static RefusalMeter of(ProcessingContext context) {
    Map<Reason, Sensor> sensors = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      sensors.put(
          reason,
          context
              .metrics()
              .addRateTotalSensor(
                  "tune-or-not",
                  context.taskId().toString(),
                  "refused",
                  RecordingLevel.INFO,
                  "reason",
                  reason.name()));
    }
    return reason -> sensors.get(reason).record();
  }
}
