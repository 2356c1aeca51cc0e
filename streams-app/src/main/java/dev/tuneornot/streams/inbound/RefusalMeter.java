package dev.tuneornot.streams.inbound;

import dev.tuneornot.streams.meters.AppMeters;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Counts refused records by reason: Kafka Streams metrics {@code refused-rate|total}. */
@FunctionalInterface
public interface RefusalMeter {

  void refused(Reason reason);

  /** The meter of a task, in Kafka Streams' own metrics, and in those of the process. */
  static RefusalMeter of(ProcessingContext context, AppMeters process) {
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
    return reason -> {
      sensors.get(reason).record();
      process.refused(reason.name());
    };
  }
}
