package dev.tuneornot.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.evaluation.judging.ReviewBounds;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsAppConfigTest {

  @Test
  void shouldHaveDefaults() {
    StreamsAppConfig config = new StreamsAppConfig(Map.of());

    assertThat(config.applicationId()).isEqualTo("tune-or-not");
    assertThat(config.topicPrefix()).isEmpty();
    assertThat(config.createsTopics()).isFalse();
    assertThat(config.topicPartitions()).isEqualTo(4);
    assertThat(config.topicReplicationFactor()).isEqualTo((short) -1);
    assertThat(config.checksPartitions()).isTrue();
    assertThat(config.unknownSchemaAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.takesOver()).isFalse();
    assertThat(config.reviewsPrices()).isTrue();
    assertThat(config.reviewBounds()).isEqualTo(new ReviewBounds(10, 200, 1_000, 200, 500));
    assertThat(config.sweepBudget()).isEqualTo(Duration.ofMillis(10));
    assertThat(config.sweepIdleBudget()).isEqualTo(Duration.ofMillis(40));
    assertThat(config.httpHost()).isEqualTo("127.0.0.1");
    assertThat(config.httpPort()).isEqualTo(8080);
    assertThat(config.httpNames()).isEmpty();
    assertThat(config.servesStoreMetrics()).isFalse();
    assertThat(config.passedThrough()).isEmpty();
  }

  @Test
  void shouldMapEverySetting() {
    StreamsAppConfig config =
        new StreamsAppConfig(
            Map.ofEntries(
                Map.entry("tuneornot.topic.prefix", "team-"),
                Map.entry("tuneornot.topics.create", "true"),
                Map.entry("tuneornot.topics.partitions", "12"),
                Map.entry("tuneornot.topics.replication.factor", "3"),
                Map.entry("tuneornot.partition.check", "false"),
                Map.entry("tuneornot.unknown.schema.after.ms", "2500"),
                Map.entry("tuneornot.take.over", "true"),
                Map.entry("tuneornot.review.enabled", "false"),
                Map.entry("tuneornot.review.jump", "5.5"),
                Map.entry("tuneornot.review.input.max", "50"),
                Map.entry("tuneornot.review.output.max", "60"),
                Map.entry("tuneornot.review.training.max", "70"),
                Map.entry("tuneornot.review.hosting.max", "80"),
                Map.entry("tuneornot.sweep.budget.ms", "25"),
                Map.entry("tuneornot.http.host", "0.0.0.0"),
                Map.entry("tuneornot.http.port", "9090"),
                Map.entry("tuneornot.http.names", "app.example,app"),
                Map.entry("tuneornot.metrics.stores", "true"),
                Map.entry("application.id", "mine"),
                Map.entry("sasl.mechanism", "PLAIN")));

    assertThat(config.topicPrefix()).isEqualTo("team-");
    assertThat(config.createsTopics()).isTrue();
    assertThat(config.topicPartitions()).isEqualTo(12);
    assertThat(config.topicReplicationFactor()).isEqualTo((short) 3);
    assertThat(config.checksPartitions()).isFalse();
    assertThat(config.unknownSchemaAfter()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(config.takesOver()).isTrue();
    assertThat(config.reviewsPrices()).isFalse();
    assertThat(config.reviewBounds()).isEqualTo(new ReviewBounds(5.5, 50, 60, 70, 80));
    assertThat(config.sweepBudget()).isEqualTo(Duration.ofMillis(25));
    assertThat(config.sweepIdleBudget()).isEqualTo(Duration.ofMillis(40));
    assertThat(config.httpHost()).isEqualTo("0.0.0.0");
    assertThat(config.httpPort()).isEqualTo(9090);
    assertThat(config.httpNames()).containsExactly("app.example", "app");
    assertThat(config.servesStoreMetrics()).isTrue();
    assertThat(config.applicationId()).isEqualTo("mine");
    assertThat(config.passedThrough())
        .isEqualTo(Map.of("application.id", "mine", "sasl.mechanism", "PLAIN"));
  }

  @Test
  void shouldRefuseUnknownSettingsOfOurs() {
    assertThatThrownBy(() -> new StreamsAppConfig(Map.of("tuneornot.http.prot", "1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tuneornot.http.prot")
        .hasMessageContaining("tuneornot.http.port");
  }

  @ParameterizedTest
  @CsvSource({
    "tuneornot.http.port, 65536",
    "tuneornot.http.port, http",
    "tuneornot.sweep.budget.ms, 0",
    "tuneornot.unknown.schema.after.ms, -1",
    "tuneornot.take.over, maybe",
    "tuneornot.sweep.idle.budget.ms, 1001",
    "tuneornot.sweep.cache.max.bytes, -2",
    "tuneornot.topics.partitions, 0",
    "tuneornot.review.jump, 1",
    "tuneornot.review.enabled, perhaps",
    "tuneornot.topics.create, perhaps"
  })
  void shouldRefuseValuesOutOfRange(String key, String value) {
    assertThatThrownBy(() -> new StreamsAppConfig(Map.of(key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void shouldDocumentEverySetting() {
    StreamsAppConfig.definition()
        .configKeys()
        .values()
        .forEach(key -> assertThat(key.documentation).as(key.name).isNotBlank());
  }
}
