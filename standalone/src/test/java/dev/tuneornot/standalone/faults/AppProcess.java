package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.DashboardMain;
import dev.tuneornot.dashboard.config.DashboardConfig;
import dev.tuneornot.streams.StreamsMain;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A streams app, or a dashboard, in a JVM of its own. Its log is appended to a file under
 * target/faults.
 */
final class AppProcess implements AutoCloseable {
  private static final Path LOGS = Path.of("target", "faults");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private AppProcess(String name, Process process, int port) {
    this.name = name;
    this.process = process;
    this.port = port;
    // A build that is interrupted leaves no app behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * Starts an instance.
   *
   * @param name of its log
   * @param state its state directory
   * @param settings over those of the tests
   */
  static AppProcess start(Cluster cluster, String name, Path state, Map<String, String> settings)
      throws IOException {
    int port = freePort();
    Map<String, String> all = new TreeMap<>();
    all.put("bootstrap.servers", cluster.bootstrapServers());
    all.put("schema.registry.url", cluster.registryUrl());
    all.put("state.dir", state.toString());
    all.put("tuneornot.http.port", Integer.toString(port));
    // A tenth of the default, so that a pass lasts long enough to be hit in its middle.
    all.put("tuneornot.pass.budget.ms", "1");
    all.put("tuneornot.pass.idle.budget.ms", "1");
    // The shortest that a broker allows by default; a killed instance's tasks wait for so long.
    all.put("consumer.session.timeout.ms", "6000");
    all.putAll(settings);
    return launch(name, StreamsMain.class, all, port);
  }

  /**
   * Starts a dashboard.
   *
   * @param name of its log
   * @param database JDBC
   */
  static AppProcess startDashboard(Cluster cluster, String name, String database)
      throws IOException {
    int port = freePort();
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "schema.registry.url",
                cluster.registryUrl(),
                DashboardConfig.DATABASE_URL,
                database,
                // So that a kill comes between, or into, many transactions.
                DashboardConfig.BATCH_RECORDS,
                "500",
                DashboardConfig.HTTP_PORT,
                Integer.toString(port)));
    return launch(name, DashboardMain.class, settings, port);
  }

  private static AppProcess launch(
      String name, Class<?> program, Map<String, String> settings, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx768m", "-Xshare:auto", "-Dlogback.configurationFile=" + logback()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    settings.forEach((key, value) -> command.addAll(List.of("--property", key + "=" + value)));
    File log = Files.createDirectories(LOGS).resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    return new AppProcess(name, process, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path logback() {
    return Path.of("src", "test", "resources", "logback-app.xml").toAbsolutePath();
  }

  /** Waits until it processes, or has joined the group and been given nothing yet. */
  AppProcess awaitReady() {
    Awaitility.await(name + " to be ready").atMost(PATIENCE).until(() -> health() == 200);
    return this;
  }

  /** Waits until its JVM is up; it has not joined the group then. */
  AppProcess awaitUp() {
    Awaitility.await(name + " to be up").atMost(PATIENCE).until(() -> health() > 0);
    return this;
  }

  /** The status that /health/ready answers with; 0 where nothing answers. */
  private int health() throws InterruptedException {
    assertThat(process.isAlive()).as("%s is alive, see %s", name, LOGS).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** SIGKILL: nothing is flushed, committed or told to anybody. */
  void kill() throws InterruptedException {
    assertThat(process.isAlive()).as("%s is alive, see %s", name, LOGS).isTrue();
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as an orchestrator stops a process; it must end by itself, with success. */
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(name).isTrue();
    assertThat(process.exitValue()).as("exit code of %s, see %s", name, LOGS).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
