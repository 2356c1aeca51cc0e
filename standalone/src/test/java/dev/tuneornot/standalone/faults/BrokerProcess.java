package dev.tuneornot.standalone.faults;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A broker in a JVM of its own that can be restarted and killed. It has a listener for the test's
 * own clients and one that the apps reach through a network that can be cut.
 */
final class BrokerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Path properties;
  private final int direct;
  private final TcpProxy network;
  private @Nullable Jvm jvm;

  /** The ports of one node. */
  record Node(int id, int direct, int networked, int controller) {
    static Node any(int id) throws IOException {
      return new Node(id, FreePort.any(), FreePort.any(), FreePort.any());
    }

    String voter() {
      return id + "@127.0.0.1:" + controller;
    }
  }

  /**
   * Prepares a broker; it does not run yet.
   *
   * @param voters of the controllers, as Kafka wants them
   * @param more settings, over those of the tests
   */
  BrokerProcess(Path directory, Node node, String voters, Map<String, String> more)
      throws IOException {
    name = directory.getFileName() + "-broker-" + node.id();
    direct = node.direct();
    network = TcpProxy.to(node.networked());
    Path own = Files.createDirectories(directory.resolve("broker-" + node.id()));
    properties = own.resolve("server.properties");
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", Integer.toString(node.id()),
            "controller.quorum.voters", voters,
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "DIRECT",
            "log.dirs", own.resolve("log").toString(),
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "broker.session.timeout.ms", "4000",
            "broker.heartbeat.interval.ms", "1000"));
    settings.putAll(
        Map.of(
            "listeners",
            "DIRECT://127.0.0.1:%d,NETWORK://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(node.direct(), node.networked(), node.controller()),
            "advertised.listeners",
            "DIRECT://127.0.0.1:%d,NETWORK://127.0.0.1:%d".formatted(node.direct(), network.port()),
            "listener.security.protocol.map",
            "DIRECT:PLAINTEXT,NETWORK:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "offsets.topic.num.partitions",
            "4",
            "transaction.state.log.num.partitions",
            "4",
            "share.coordinator.state.topic.num.partitions",
            "1",
            "log.cleaner.dedupe.buffer.size",
            "4194304"));
    settings.putAll(more);
    try (Writer writer = Files.newBufferedWriter(properties)) {
      settings.store(writer, null);
    }
  }

  void start() throws IOException {
    jvm = Jvm.start(name, BrokerMain.class, List.of("-Xmx320m"), List.of(properties.toString()));
  }

  /** Waits until it takes connections. */
  void awaitUp() {
    Awaitility.await(name + " to be up").atMost(PATIENCE).until(this::isListening);
  }

  private boolean isListening() {
    running().assertAlive();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), direct)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGTERM: it hands over what it leads and writes everything down. */
  void stop() throws InterruptedException {
    running().stop();
  }

  void kill() throws InterruptedException {
    running().kill();
  }

  private Jvm running() {
    if (jvm == null) {
      throw new IllegalStateException(name + " has not been started");
    }
    return jvm;
  }

  /** For the test's own clients. */
  String address() {
    return "127.0.0.1:" + direct;
  }

  /** For the apps. */
  String networkAddress() {
    return "127.0.0.1:" + network.port();
  }

  TcpProxy network() {
    return network;
  }

  @Override
  public void close() throws IOException {
    if (jvm != null) {
      jvm.close();
    }
    network.close();
  }
}
