package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/**
 * Pins the names of nodes and stores: changelog topics and restored state are found by them, so a
 * change here is a migration.
 */
class TopologyDescriptionTest {

  @Test
  void shouldKeepItsNames() throws IOException {
    try (Bench bench = new Bench();
        InputStream golden = getClass().getResourceAsStream("/topology.txt")) {
      String description = bench.topology(1).describe().toString();

      assertThat(description.strip()).isEqualTo(new String(golden.readAllBytes(), UTF_8).strip());
    }
  }
}
