package dev.tuneornot.standalone.stack;

import dev.tuneornot.dashboard.DashboardApp;
import dev.tuneornot.dashboard.config.DashboardConfig;
import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.Health;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole system on one data directory, on loopback. */
public final class EmbeddedStack implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final StreamsApp app;
  private final Path directory;
  private @Nullable DashboardApp dashboard;

  private EmbeddedStack(
      EmbeddedBroker broker, EmbeddedRegistry registry, StreamsApp app, Path directory) {
    this.broker = broker;
    this.registry = registry;
    this.app = app;
    this.directory = directory;
  }

  /**
   * Starts everything, and returns when the streams app processes.
   *
   * @param directory keeps topics, schemas and state; taken up where it has them already
   * @param settings of the streams app, over those that the stack gives it
   * @throws IOException where the directory or a port cannot be used
   * @throws IllegalStateException where the streams app does not become ready
   */
  public static EmbeddedStack start(Path directory, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(BrokerOptions.in(directory.resolve("kafka")), 0, directory, settings);
  }

  /**
   * As above, with other settings of the broker.
   *
   * @param registryPort 0: any free one
   */
  public static EmbeddedStack start(
      BrokerOptions brokerOptions, int registryPort, Path directory, Map<String, String> settings)
      throws IOException, InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(brokerOptions);
    try {
      EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort);
      try {
        StreamsApp app = startApp(broker, registry, directory, settings);
        return new EmbeddedStack(broker, registry, app, directory);
      } catch (InterruptedException | RuntimeException e) {
        registry.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  private static StreamsApp startApp(
      EmbeddedBroker broker,
      EmbeddedRegistry registry,
      Path directory,
      Map<String, String> settings)
      throws InterruptedException {
    Map<String, String> all = new HashMap<>();
    all.put("bootstrap.servers", broker.bootstrapServers());
    all.put("schema.registry.url", registry.url());
    all.put("state.dir", directory.resolve("state").toString());
    all.put(StreamsAppConfig.TOPICS_CREATE, "true");
    all.put(StreamsAppConfig.HTTP_PORT, "0");
    all.putAll(settings);
    StreamsApp app = new StreamsApp(new StreamsAppConfig(all));
    app.start();
    if (!app.awaitReady(START_TIMEOUT)) {
      Health health = app.health();
      app.close();
      throw new IllegalStateException("The streams app is not ready: " + health.reason());
    }
    return app;
  }

  /**
   * Starts the dashboard on this stack; it catches up in the background. Closed with the stack.
   *
   * @param port 0: any free one
   * @throws dev.tuneornot.dashboard.StartupException where it cannot start
   */
  public DashboardApp startDashboard(int port) throws InterruptedException {
    DashboardApp started =
        DashboardApp.start(
            new DashboardConfig(
                Map.of(
                    "bootstrap.servers",
                    bootstrapServers(),
                    "schema.registry.url",
                    registryUrl(),
                    DashboardConfig.DATABASE_URL,
                    "jdbc:sqlite:" + directory.resolve("dashboard.db"),
                    DashboardConfig.HTTP_PORT,
                    Integer.toString(port))));
    dashboard = started;
    return started;
  }

  /** {@code host:port}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public String registryUrl() {
    return registry.url();
  }

  public String healthUrl() {
    return "http://127.0.0.1:" + app.httpPort() + "/health/ready";
  }

  public StreamsApp app() {
    return app;
  }

  /** Stops in the order that loses nothing: those who read and write first, the broker last. */
  @Override
  public void close() {
    DashboardApp started = dashboard;
    if (started != null) {
      started.close();
    }
    app.close();
    registry.close();
    broker.close();
  }
}
