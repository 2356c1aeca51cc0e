package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

      assertThat(lines(description))
          .containsExactlyElementsOf(lines(new String(golden.readAllBytes(), UTF_8)));
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
