package dev.tuneornot.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerOptionsTest {

  private static final BrokerOptions OPTIONS = BrokerOptions.in(Path.of("data"));

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void shouldRefuseAPortOutOfRange(int port) {
    assertThatThrownBy(() -> OPTIONS.withPort(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port = " + port + ": must be 0..65535");
  }

  @Test
  void shouldRefuseWhatMakesItThisBroker() {
    Map<String, String> properties = Map.of("log.dirs", "/tmp", "num.io.threads", "8");

    assertThatThrownBy(() -> OPTIONS.withProperties(properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("set by the embedded broker itself: [log.dirs]");
  }

  @Test
  void shouldPreferTheCallersProperties() {
    Map<String, String> settings =
        BrokerSettings.of(
            Path.of("data"), new Ports(1, 2), Map.of("offsets.topic.num.partitions", "1"));

    assertThat(settings)
        .containsEntry("offsets.topic.num.partitions", "1")
        .containsEntry("transaction.state.log.num.partitions", "4")
        .containsEntry("controller.quorum.voters", "1@127.0.0.1:2")
        .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:1");
  }
}
