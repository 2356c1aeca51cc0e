package dev.tuneornot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChoiceTest {

  @TempDir private Path directory;

  @Test
  void shouldTryTheExpectedPortsFirstAndThenTheNext() throws IOException {
    PortChoice ports = PortChoice.in(directory);

    assertThat(ports.port(PortChoice.KAFKA)).isBetween(9092, 9111);
    assertThat(ports.port(PortChoice.REGISTRY)).isBetween(8081, 8100);
    assertThat(ports.port(PortChoice.DASHBOARD)).isBetween(8080, 8099);
    assertThat(ports.port(PortChoice.DASHBOARD)).isNotEqualTo(ports.port(PortChoice.REGISTRY));
  }

  @Test
  void shouldTakeThePortsOfTheLastStartAgain() throws IOException {
    int last = free();
    PortChoice.in(directory).keep(Map.of(PortChoice.KAFKA, last));

    assertThat(PortChoice.in(directory).port(PortChoice.KAFKA)).isEqualTo(last);
  }

  @Test
  void shouldTakeAnotherPortWhereThatOfTheLastStartIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortChoice.in(directory).keep(Map.of(PortChoice.REGISTRY, taken.getLocalPort()));

      assertThat(PortChoice.in(directory).port(PortChoice.REGISTRY)).isBetween(8081, 8100);
    }
  }

  @Test
  void shouldPassOverAFileThatIsDamaged() throws IOException {
    Files.writeString(directory.resolve("ports.properties"), "kafka=99999\nregistry=x\n");

    PortChoice ports = PortChoice.in(directory);

    assertThat(ports.port(PortChoice.KAFKA)).isBetween(9092, 9111);
    assertThat(ports.port(PortChoice.REGISTRY)).isBetween(8081, 8100);
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
