package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.DashboardMain;
import dev.tuneornot.dashboard.config.DashboardConfig;
import dev.tuneornot.streams.StreamsMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** A streams app, or a dashboard, in a JVM of its own. */
final class AppProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Jvm jvm;
  private final Probes probes;
  private final long started = System.nanoTime();

  private AppProcess(String name, Jvm jvm, int port) {
    this.name = name;
    this.jvm = jvm;
    this.probes = new Probes(port);
  }

  /**
   * Starts an instance.
   *
   * @param name of its log
   * @param state its state directory
   * @param settings over those of the tests; an empty value takes one of those away
   * @param options of its JVM
   * @param environment over that of this JVM
   */
  static AppProcess start(
      Cluster cluster,
      String name,
      Path state,
      Map<String, String> settings,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    int port = FreePort.any();
    Map<String, String> all = settings(cluster, state.toString(), port, settings);
    return launch(name, StreamsMain.class, all, options, environment, port);
  }

  /**
   * What the tests tell an instance, wherever it runs.
   *
   * @param more over those of the tests; an empty value takes one of those away
   */
  static Map<String, String> settings(
      Cluster cluster, String state, int port, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>();
    all.put("bootstrap.servers", cluster.appBootstrapServers());
    all.put("schema.registry.url", cluster.registryFront().url());
    all.put("state.dir", state);
    all.put("tuneornot.http.port", Integer.toString(port));
    // A tenth of the default, so that a sweep lasts long enough to be hit in its middle.
    all.put("tuneornot.sweep.budget.ms", "1");
    all.put("tuneornot.sweep.idle.budget.ms", "1");
    // The shortest that a broker allows by default; a killed instance's tasks wait for so long.
    all.put("consumer.session.timeout.ms", "6000");
    all.putAll(more);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /**
   * Starts a dashboard.
   *
   * @param name of its log
   * @param database JDBC
   */
  static AppProcess startDashboard(Cluster cluster, String name, String database)
      throws IOException {
    int port = FreePort.any();
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
    return launch(name, DashboardMain.class, settings, List.of(), Map.of(), port);
  }

  private static AppProcess launch(
      String name,
      Class<?> program,
      Map<String, String> settings,
      List<String> options,
      Map<String, String> environment,
      int port)
      throws IOException {
    List<String> allOptions = new ArrayList<>(List.of("-Xmx768m"));
    allOptions.addAll(options);
    Jvm jvm = Jvm.start(name, program, allOptions, arguments(settings), environment);
    return new AppProcess(name, jvm, port);
  }

  /** Settings as our programs take them. */
  static List<String> arguments(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach((key, value) -> arguments.addAll(List.of("--property", key + "=" + value)));
    return arguments;
  }

  /** Waits until it processes, or has joined the group and been given nothing yet. */
  AppProcess awaitReady() {
    Awaitility.await(name + " to be ready").atMost(PATIENCE).until(() -> status("ready") == 200);
    return this;
  }

  /** Waits until it does not process; it is alive all the while. */
  AppProcess awaitNotReady() {
    Awaitility.await(name + " not to be ready")
        .atMost(PATIENCE)
        .until(() -> status("ready") == 503);
    return this;
  }

  /** Waits until its JVM is up; it has not joined the group then. */
  AppProcess awaitUp() {
    Awaitility.await(name + " to be up").atMost(PATIENCE).until(() -> status("ready") > 0);
    return this;
  }

  /** Seconds since it was started. */
  double age() {
    return (System.nanoTime() - started) / 1e9;
  }

  /** What /health/ready says; empty where nothing answers. */
  String readiness() throws InterruptedException {
    return probes.readiness();
  }

  /** The status that a probe answers with; 0 where nothing answers. */
  int status(String probe) throws InterruptedException {
    jvm.assertAlive();
    return probes.status(probe);
  }

  /** What /metrics says; empty where nothing answers. */
  String metrics() throws InterruptedException {
    return probes.metrics();
  }

  /** The sum of a metric over its labels; it has to be there. */
  double metric(String metric) throws InterruptedException {
    List<String> samples =
        metrics().lines().filter(line -> line.matches(metric + "(\\{.*)? \\S+")).toList();
    assertThat(samples).as("%s of %s", metric, name).isNotEmpty();
    return samples.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** SIGKILL: nothing is flushed, committed or told to anybody. */
  void kill() throws InterruptedException {
    jvm.kill();
  }

  /** SIGTERM, as an orchestrator stops a process; it must end by itself, with success. */
  void stop() throws InterruptedException {
    assertThat(jvm.stop()).as("exit code of %s, see %s", name, Jvm.LOGS).isZero();
  }

  /** SIGSTOP, until {@link #resume}. */
  void pause() throws IOException, InterruptedException {
    jvm.pause();
  }

  void resume() throws IOException, InterruptedException {
    jvm.resume();
  }

  Jvm jvm() {
    return jvm;
  }

  @Override
  public void close() {
    jvm.close();
  }
}
