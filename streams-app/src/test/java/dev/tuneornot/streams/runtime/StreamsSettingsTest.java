package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.config.StreamsAppConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

  @Test
  void shouldKeepOurDefaultsUnderTheUsersSettings() {
    Properties settings = settings(Map.of("num.stream.threads", "7"));

    assertThat(settings)
        .containsEntry("num.stream.threads", "7")
        .containsEntry("consumer.session.timeout.ms", 15_000)
        .containsEntry("probing.rebalance.interval.ms", 60_000L)
        .containsEntry("processing.guarantee", "exactly_once_v2");
  }

  @Test
  void shouldNotPutADefaultOfOneClientOverASettingForAll() {
    Properties settings =
        settings(Map.of("session.timeout.ms", "60000", "compression.type", "zstd"));

    assertThat(settings)
        .containsEntry("session.timeout.ms", "60000")
        .containsEntry("compression.type", "zstd")
        .doesNotContainKeys("consumer.session.timeout.ms", "producer.compression.type");
  }

  @Test
  void shouldPassThroughWhatClustersNeed() {
    Map<String, String> wanted =
        Map.of(
            "num.standby.replicas", "1",
            "group.instance.id", "pod-0",
            "client.tag.zone", "a",
            "rack.aware.assignment.tags", "zone",
            "rack.aware.assignment.strategy", "min_traffic",
            "consumer.client.rack", "a",
            "replication.factor", "3");

    assertThat(settings(wanted)).containsAllEntriesOf(wanted);
  }

  @Test
  void shouldNotLetTheTopologysConditionsBeOverridden() {
    assertThat(settings(Map.of("consumer.isolation.level", "read_uncommitted")))
        .containsEntry("consumer.isolation.level", "read_committed");
  }

  private static Properties settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("bootstrap.servers", "127.0.0.1:1");
    all.put("schema.registry.url", "http://127.0.0.1:1");
    return StreamsSettings.of(new StreamsAppConfig(all));
  }
}
