package dev.tuneornot.standalone.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running broker. Listens on loopback without authentication; topics are not created on their
 * own.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final String bootstrapServers;
  private final Deque<AutoCloseable> resources;

  private EmbeddedBroker(String bootstrapServers, Deque<AutoCloseable> resources) {
    this.bootstrapServers = bootstrapServers;
    this.resources = resources;
  }

  /** Starts on a directory, on a free port. */
  public static EmbeddedBroker start(Path directory) throws IOException {
    return start(BrokerOptions.in(directory));
  }

  /**
   * Starts, and returns when clients can connect.
   *
   * @throws IOException if the directory is in use or cannot be written, the port is taken, or the
   *     broker does not come up
   */
  public static EmbeddedBroker start(BrokerOptions options) throws IOException {
    Deque<AutoCloseable> resources = new ArrayDeque<>();
    try {
      resources.push(DirectoryLock.acquire(options.directory()));
      resources.push(ExitGuard.open(options.onFatal()));
      LogDirectory logDirectory = LogDirectory.under(options.directory());
      logDirectory.formatIfNew();
      Ports ports = Ports.reserve(options.port());
      KafkaRaftServer server = server(logDirectory, ports, options);
      resources.push(() -> stop(server));
      server.startup();
      return new EmbeddedBroker(Ports.HOST + ":" + ports.client(), resources);
    } catch (IOException | RuntimeException e) {
      closeAll(resources);
      throw new IOException("The embedded broker did not start: " + e.getMessage(), e);
    }
  }

  private static KafkaRaftServer server(
      LogDirectory logDirectory, Ports ports, BrokerOptions options) {
    Map<String, String> settings =
        BrokerSettings.of(logDirectory.path(), ports, options.properties());
    return new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
  }

  /** {@code host:port}, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops cleanly and releases the directory. A second call does nothing. */
  @Override
  public synchronized void close() {
    closeAll(resources);
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void closeAll(Deque<AutoCloseable> resources) {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        LOG.warn("The embedded broker did not close cleanly", e);
      }
    }
  }
}
