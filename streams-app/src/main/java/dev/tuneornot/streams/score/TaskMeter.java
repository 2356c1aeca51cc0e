package dev.tuneornot.streams.score;

import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Meters of a task in Kafka Streams' own metrics, group {@code stream-tune-or-not-metrics} for
 * rates and {@code tune-or-not-pass} for the pass, tagged with the task id.
 */
final class TaskMeter {
  private static final String SCOPE = "tune-or-not";
  private static final String GROUP = "tune-or-not-pass";

  private final Sensor evaluated;
  private final Sensor emitted;
  private final Sensor rescored;
  private final Sensor pendingChanges;
  private final Sensor rowsLeft;
  private final Sensor oldestPendingAge;
  private final Sensor sliceTime;
  private final AppMeters process;
  private final TaskGauges gauges;

  TaskMeter(ProcessingContext context, AppMeters process) {
    this.process = process;
    this.gauges = process.open();
    StreamsMetrics metrics = context.metrics();
    String task = context.taskId().toString();
    evaluated = rate(metrics, task, "evaluated");
    emitted = rate(metrics, task, "emitted");
    rescored = rate(metrics, task, "rescored");
    pendingChanges = gauge(metrics, task, "pending-changes", "Changes not worked off yet");
    rowsLeft = gauge(metrics, task, "rows-left", "Dependants not visited yet, an upper bound");
    oldestPendingAge =
        gauge(metrics, task, "oldest-pending-age-ms", "Age of the oldest pending change in ms");
    sliceTime = metrics.addSensor(task + "-slice-time", RecordingLevel.INFO);
    sliceTime.add(name(task, "slice-time-avg-ms", "Mean time of a slice in ms"), new Avg());
    sliceTime.add(name(task, "slice-time-max-ms", "Longest time of a slice in ms"), new Max());
  }

  void evaluated() {
    evaluated.record();
    process.evaluated();
  }

  void emitted() {
    emitted.record();
    process.emitted();
  }

  void rescored() {
    rescored.record();
    process.rescored();
  }

  /**
   * @param oldest when the oldest of them was noticed, or {@link TaskGauges#NONE}
   */
  void pass(int pending, long rows, long oldest, long now) {
    pendingChanges.record(pending);
    rowsLeft.record((double) rows);
    oldestPendingAge.record(oldest == TaskGauges.NONE ? 0 : (double) (now - oldest));
    gauges.pending(pending, rows, oldest);
  }

  void slice(long nanos) {
    sliceTime.record(nanos / 1e6);
    process.slice(nanos);
  }

  void parked(int records) {
    gauges.parked(records);
  }

  void replaced(@Nullable Outcome before, @Nullable Outcome after) {
    if (before != null) {
      gauges.lost(before.verdict());
    }
    if (after != null) {
      gauges.gained(after.verdict());
    }
  }

  void close() {
    gauges.close();
  }

  private static Sensor rate(StreamsMetrics metrics, String task, String operation) {
    return metrics.addRateTotalSensor(SCOPE, task, operation, RecordingLevel.INFO);
  }

  private static Sensor gauge(
      StreamsMetrics metrics, String task, String name, String description) {
    Sensor sensor = metrics.addSensor(task + "-" + name, RecordingLevel.INFO);
    sensor.add(name(task, name, description), new Value());
    return sensor;
  }

  private static MetricName name(String task, String name, String description) {
    return new MetricName(name, GROUP, description, Map.of("task-id", task));
  }
}
