package dev.tuneornot.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The ports of a stack: those that it had the last time on this data directory, else those that
 * everybody expects, else the next free ones; so that the address in a tool or bookmark holds.
 */
final class PortChoice {
  static final String KAFKA = "kafka";
  static final String REGISTRY = "registry";
  static final String DASHBOARD = "dashboard";

  private static final Map<String, Integer> EXPECTED = expected();
  private static final int TRIED = 20;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Path file;
  private final Map<String, Integer> ports;

  private PortChoice(Path file, Map<String, Integer> ports) {
    this.file = file;
    this.ports = ports;
  }

  private static Map<String, Integer> expected() {
    Map<String, Integer> expected = new LinkedHashMap<>();
    expected.put(KAFKA, 9092);
    expected.put(REGISTRY, 8081);
    expected.put(DASHBOARD, 8080);
    return expected;
  }

  /** What is free now; another program may take it before we do. */
  static PortChoice in(Path directory) throws IOException {
    Path file = directory.resolve("ports.properties");
    Properties last = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        last.load(reader);
      }
    }
    Map<String, Integer> ports = new LinkedHashMap<>();
    EXPECTED.forEach(
        (name, expected) ->
            ports.put(
                name,
                Stream.concat(
                        Stream.ofNullable(last.getProperty(name))
                            .filter(text -> text.matches("\\d{1,5}"))
                            .map(Integer::valueOf),
                        Stream.iterate(expected, port -> port + 1).limit(TRIED))
                    .filter(port -> !ports.containsValue(port) && isFree(port))
                    .findFirst()
                    .orElse(0)));
    return new PortChoice(file, ports);
  }

  /** Of one of them; 0: any free one. */
  int port(String name) {
    return ports.getOrDefault(name, 0);
  }

  /** For the next start. */
  void keep(Map<String, Integer> taken) throws IOException {
    StringBuilder lines = new StringBuilder("# Tried first at the next start.\n");
    taken.forEach((name, port) -> lines.append(name).append('=').append(port).append('\n'));
    Files.writeString(file, lines);
  }

  private static boolean isFree(int port) {
    if (port > 65_535) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
