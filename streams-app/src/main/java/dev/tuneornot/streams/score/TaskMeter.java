package dev.tuneornot.streams.score;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Rate;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.common.metrics.stats.WindowedSum;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Meters of a task in Kafka Streams' own metrics, group {@code stream-tune-or-not-metrics} for
 * rates and {@code tune-or-not-sweep} for the pass, tagged with the task id. Rows are counted in
 * plain fields and told once a slice or input record: a sensor takes as long as a store.
 */
final class TaskMeter {
  private static final String RATES_GROUP = "stream-tune-or-not-metrics";
  private static final String GROUP = "tune-or-not-sweep";

  private final Count evaluated;
  private final Count emitted;
  private final Count rescored;
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
    evaluated = new Count(metrics, task, "evaluated", process::evaluated);
    emitted = new Count(metrics, task, "emitted", process::emitted);
    rescored = new Count(metrics, task, "rescored", process::rescored);
    pendingChanges = gauge(metrics, task, "pending-changes", "Changes not worked off yet");
    rowsLeft = gauge(metrics, task, "rows-left", "Dependants not visited yet, an upper bound");
    oldestPendingAge =
        gauge(metrics, task, "oldest-pending-age-ms", "Age of the oldest pending change in ms");
    sliceTime = metrics.addSensor(task + "-slice-time", RecordingLevel.INFO);
    sliceTime.add(name(task, "slice-time-avg-ms", "Mean time of a slice in ms"), new Avg());
    sliceTime.add(name(task, "slice-time-max-ms", "Longest time of a slice in ms"), new Max());
  }

  void evaluated() {
    evaluated.untold++;
  }

  void emitted() {
    emitted.untold++;
  }

  void rescored() {
    rescored.untold++;
  }

  /** Tells what has been counted since the last time. */
  void tell() {
    evaluated.tell();
    emitted.tell();
    rescored.tell();
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

  void replaced(@Nullable Verdict before, @Nullable Verdict after) {
    if (before == after) {
      return;
    }
    if (before != null) {
      gauges.lost(before);
    }
    if (after != null) {
      gauges.gained(after);
    }
  }

  void loaded(boolean isLoaded) {
    gauges.loaded(isLoaded);
  }

  void close() {
    tell();
    gauges.close();
  }

  /** How often something was done, in total and a second. */
  private static final class Count {
    private final Sensor sensor;
    private final LongConsumer process;
    private long untold;

    private Count(StreamsMetrics metrics, String task, String done, LongConsumer process) {
      this.sensor = metrics.addSensor(task + "-" + done, RecordingLevel.INFO);
      this.process = process;
      sensor.add(
          name(RATES_GROUP, task, done + "-rate", "Rows " + done + " a second"),
          new Rate(new WindowedSum()));
      sensor.add(name(RATES_GROUP, task, done + "-total", "Rows " + done), new CumulativeSum());
    }

    private void tell() {
      if (untold != 0) {
        sensor.record((double) untold);
        process.accept(untold);
        untold = 0;
      }
    }
  }

  private static Sensor gauge(
      StreamsMetrics metrics, String task, String name, String description) {
    Sensor sensor = metrics.addSensor(task + "-" + name, RecordingLevel.INFO);
    sensor.add(name(task, name, description), new Value());
    return sensor;
  }

  private static MetricName name(String task, String name, String description) {
    return name(GROUP, task, name, description);
  }

  private static MetricName name(String group, String task, String name, String description) {
    return new MetricName(name, group, description, Map.of("task-id", task));
  }
}
