package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import dev.tuneornot.streams.pages.CacheBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppMetricsTest {
  private final AppMeters meters = new AppMeters();
  private final AppMetrics metrics = metrics(false);

  private AppMetrics metrics(boolean ofStores) {
    return new AppMetrics(
        meters,
        new CacheBudget(0),
        () -> new Health(true, true, "RUNNING", "", Map.of("outcomes-0", 3L, "outcomes-1", 4L)),
        ofStores);
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void shouldNameAndCountByTheConventionsOfPrometheus() {
    meters.evaluated(2);
    meters.rescored(1);
    meters.emitted(1);
    meters.refused("UNDECODABLE");
    meters.slice(1_500_000_000);
    TaskGauges task = meters.open();
    task.gained(Verdict.GO);
    task.parked(5);
    task.pending(2, 70, System.currentTimeMillis() - 90_000);

    String text = metrics.scrape();

    assertThat(text.lines())
        .contains(
            "tuneornot_evaluations_total 2.0",
            "tuneornot_rescores_total 1.0",
            "tuneornot_recommendations_emitted_total 1.0",
            "tuneornot_refused_total{reason=\"UNDECODABLE\"} 1.0",
            "tuneornot_refused_total{reason=\"NULL_KEY\"} 0.0",
            "tuneornot_sweep_cache_bytes 0.0",
            "tuneornot_proposals{verdict=\"GO\"} 1.0",
            "tuneornot_parked 5.0",
            "tuneornot_sweep_pending_changes 2.0",
            "tuneornot_sweep_rows_left 70.0",
            "tuneornot_sweep_slice_seconds_count 1",
            "tuneornot_sweep_slice_seconds_sum 1.5",
            "tuneornot_ready 1.0",
            "tuneornot_restore_remaining_records 7.0");
    assertThat(valueOf(text, "tuneornot_sweep_oldest_pending_age_seconds")).isBetween(90.0, 150.0);
    assertThat(text).contains("jvm_memory_used_bytes{area=\"heap\"", "process_cpu_usage");
  }

  @Test
  void shouldServeMetricsOfStoresOnlyWhenAskedFor() {
    try (AppMetrics all = metrics(true)) {
      for (AppMetrics each : List.of(metrics, all)) {
        each.registry().gauge("kafka.stream.state.put.rate", 1);
        each.registry().gauge("kafka.stream.thread.commit.rate", 1);
      }

      assertThat(metrics.scrape())
          .contains("kafka_stream_thread_commit_rate 1.0")
          .doesNotContain("kafka_stream_state");
      assertThat(all.scrape()).contains("kafka_stream_state_put_rate 1.0");
    }
  }

  @Test
  void shouldServeTheMetricsOfTheLastKafkaStreamsOnly(@TempDir Path state) {
    try (KafkaStreams first = kafkaStreams("the-first", state);
        KafkaStreams second = kafkaStreams("the-second", state)) {
      metrics.bind(first);
      assertThat(metrics.scrape()).contains("the-first");

      metrics.bind(second);

      assertThat(metrics.scrape()).contains("the-second").doesNotContain("the-first");
    }
  }

  private static KafkaStreams kafkaStreams(String applicationId, Path state) {
    Properties settings = new Properties();
    settings.put("application.id", applicationId);
    settings.put("bootstrap.servers", "127.0.0.1:1");
    settings.put("state.dir", state.toString());
    return new KafkaStreams(new Topology().addSource("source", "topic"), settings);
  }

  private static double valueOf(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
