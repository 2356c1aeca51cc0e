package dev.tuneornot.standalone.registry;

import dev.tuneornot.confluent.RootCause;
import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.confluent.http.Listening;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A running registry, on 127.0.0.1 without authentication. */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 8;
  private static final int CONNECTIONS = 256;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final RegistryLog log;
  private final BoundedServer server;

  private EmbeddedRegistry(RegistryLog log, BoundedServer server) {
    this.log = log;
    this.server = server;
  }

  /** Starts on a free port. */
  public static EmbeddedRegistry start(String bootstrapServers) throws IOException {
    return start(bootstrapServers, 0);
  }

  /**
   * Reads what is registered, and starts. The broker is to outlive the registry, and no second one
   * may use it.
   *
   * @param port on 127.0.0.1, 0 for a free one
   * @throws IOException if the topic cannot be read or the port is taken
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) throws IOException {
    RegistryState state = new RegistryState();
    try {
      RegistryLog log = RegistryTopic.open(bootstrapServers, state::apply);
      try {
        return new EmbeddedRegistry(log, listen(state, log, port));
      } catch (IOException | RuntimeException e) {
        log.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      String reason =
          RootCause.of(e) instanceof BindException
              ? "port " + port + " on " + LOOPBACK + " is not free"
              : e.getMessage();
      throw new IOException("The embedded registry did not start: " + reason, e);
    }
  }

  static BoundedServer listen(RegistryState state, RegistryLog log, int port) throws IOException {
    Listening listening =
        new Listening(
            "embedded-registry",
            LOOPBACK,
            port,
            THREADS,
            CONNECTIONS,
            IDLE,
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE"),
            List.of(),
            null);
    return BoundedServer.start(listening, config -> Routes.addTo(config, state, log));
  }

  /** For {@code schema.registry.url}. */
  public String url() {
    return "http://" + LOOPBACK + ":" + server.port();
  }

  /** Stops. A second call does nothing. */
  @Override
  public void close() {
    server.close();
    log.close();
  }
}
