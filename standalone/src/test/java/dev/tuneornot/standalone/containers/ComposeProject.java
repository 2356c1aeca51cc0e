package dev.tuneornot.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.standalone.endtoend.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** docker-compose.yml as a project of its own, on free ports. */
final class ComposeProject {
  private static final Path TOP = Path.of("..");
  private static final String NAME = "tune-or-not-test-" + ProcessHandle.current().pid();

  /** Of a container, a volume or a network of this project. */
  static final String LABEL = "label=com.docker.compose.project=" + NAME;

  private final List<String> profiles;
  private final Map<String, String> environment;

  /**
   * @param variables of docker-compose.yml, besides the ports
   */
  ComposeProject(List<String> profiles, Map<String, String> variables) throws IOException {
    this.profiles = profiles;
    this.environment = new TreeMap<>(variables);
    for (String port : List.of("KAFKA", "REGISTRY", "HTTP", "DASHBOARD", "POSTGRES", "PRICES")) {
      environment.put("TUNEORNOT_" + port + "_PORT", Integer.toString(freePort()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Why there is no docker compose. */
  static Optional<String> missing() {
    try {
      execute(List.of("docker", "compose", "version"), Map.of());
      return Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      return Optional.of("no docker compose: " + e.getMessage());
    }
  }

  /** Where a service listens on this machine. */
  String address(String port) {
    return "127.0.0.1:" + environment.get("TUNEORNOT_" + port + "_PORT");
  }

  /** Runs a command of docker compose, which has to succeed; what it printed. */
  String compose(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", NAME));
    profiles.forEach(profile -> command.addAll(List.of("--profile", profile)));
    command.addAll(List.of(arguments));
    return execute(command, environment);
  }

  /** Likewise a command of the command line, against the project's Kafka. */
  String cli(String... command) {
    CommandLine.Result result =
        new CommandLine(address("KAFKA"), "http://" + address("REGISTRY") + "/apis/ccompat/v7")
            .run(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }

  /** Likewise a command of docker; the lines it printed. */
  static List<String> docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return execute(command, Map.of()).lines().filter(line -> !line.isBlank()).toList();
  }

  /** Of the container of a service that has ended. */
  static String exitCode(String service) {
    return docker(
            "ps",
            "-aq",
            "--filter",
            LABEL,
            "--filter",
            "label=com.docker.compose.service=" + service)
        .stream()
        .map(id -> docker("inspect", "-f", "{{.State.ExitCode}}", id).get(0))
        .findFirst()
        .orElseThrow();
  }

  private static String execute(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(TOP.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(
            "%s: exit code %d: %s".formatted(command, exitCode, output));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
