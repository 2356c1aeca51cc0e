package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * A streams app in our image, on the network of the machine that Docker runs on: it reaches what
 * the test has on loopback.
 */
final class AppContainer implements AutoCloseable {
  private static final Path TOP = Path.of("..");
  private static final String JAR = "streams-app/target/streams-app.jar";
  private static final String LIBRARIES = "streams-app/target/lib";
  private static final String STATE = "/var/lib/tune-or-not/state";
  private static final long MEMORY = 1024L * 1024 * 1024;
  private static final int SECONDS_TO_STOP = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final GenericContainer<?> container;
  private final Probes probes;

  private AppContainer(GenericContainer<?> container, int port) {
    this.container = container;
    this.probes = new Probes(port);
  }

  /**
   * @param settings over those of the tests
   */
  static AppContainer start(Cluster cluster, Map<String, String> settings) throws IOException {
    int port = FreePort.any();
    GenericContainer<?> container =
        new GenericContainer<>(
                new ImageFromDockerfile()
                    .withFileFromPath("Dockerfile", TOP.resolve("deploy/Dockerfile"))
                    .withFileFromPath(JAR, TOP.resolve(JAR))
                    .withFileFromPath(LIBRARIES, TOP.resolve(LIBRARIES))
                    .withBuildArg("MODULE", "streams-app"))
            .withNetworkMode("host")
            .withCreateContainerCmdModifier(
                command -> Objects.requireNonNull(command.getHostConfig()).withMemory(MEMORY))
            .withCommand(
                AppProcess.arguments(AppProcess.settings(cluster, STATE, port, settings))
                    .toArray(String[]::new));
    container.start();
    return new AppContainer(container, port);
  }

  /** Waits until it processes. */
  AppContainer awaitReady() {
    Awaitility.await("the container to be ready")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(probes.status("ready")).as(container.getLogs()).isEqualTo(200));
    return this;
  }

  /** SIGKILL: nothing is flushed, committed or told to anybody. */
  void kill() {
    docker.killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
    assertThat(exitCode()).as("exit code").isEqualTo(137);
  }

  /** Once more, with what it has written so far. */
  void restart() {
    docker.startContainerCmd(container.getContainerId()).exec();
  }

  /** SIGTERM, and SIGKILL where that has not done in ten seconds; returns the exit code. */
  long stop() {
    docker.stopContainerCmd(container.getContainerId()).withTimeout(SECONDS_TO_STOP).exec();
    return exitCode();
  }

  private long exitCode() {
    Awaitility.await("the container to end").atMost(PATIENCE).until(() -> !container.isRunning());
    return Objects.requireNonNull(
        docker.inspectContainerCmd(container.getContainerId()).exec().getState().getExitCodeLong());
  }

  @Override
  public void close() {
    container.stop();
  }
}
