package dev.tuneornot.standalone.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running registry, on 127.0.0.1 without authentication. */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 4;

  private final RegistryLog log;
  private final HttpServer server;
  private final ExecutorService threads;

  private EmbeddedRegistry(RegistryLog log, HttpServer server, ExecutorService threads) {
    this.log = log;
    this.server = server;
    this.threads = threads;
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
    HttpServer server = bind(port);
    try {
      RegistryState state = new RegistryState();
      RegistryLog log = RegistryTopic.open(bootstrapServers, state::apply);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::thread);
      server.createContext("/", new RegistryHandler(router(state, log)));
      server.setExecutor(threads);
      server.start();
      return new EmbeddedRegistry(log, server, threads);
    } catch (IOException | RuntimeException e) {
      server.stop(0);
      throw new IOException("The embedded registry did not start: " + e.getMessage(), e);
    }
  }

  static HttpServer bind(int port) throws IOException {
    // The server sends head and body apart: with Nagle's algorithm on, each answer takes 40 ms
    // (JDK-8009548). Read once, when the first server of the JVM is made.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (BindException e) {
      throw new IOException(
          "The embedded registry did not start: port " + port + " on 127.0.0.1 is not free", e);
    }
  }

  /** All routes over this state; changes go to the log first. */
  static Router router(RegistryState state, RegistryLog log) {
    RegistryWriter writer = new RegistryWriter(log, state);
    Compatibility compatibility = new Compatibility(state, writer);
    Subjects subjects = new Subjects(state, writer, compatibility);
    Router router = new Router();
    router.add("GET", "", (request, parameters) -> Map.of());
    SubjectRoutes.addTo(router, subjects, new Deletions(subjects, writer));
    SchemaRoutes.addTo(router, subjects);
    CompatibilityRoutes.addTo(router, subjects, state, compatibility);
    ConfigRoutes.addTo(router, state, compatibility);
    return router;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "embedded-registry");
    thread.setDaemon(true);
    return thread;
  }

  /** For {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Stops at once. A second call does nothing. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    log.close();
  }
}
