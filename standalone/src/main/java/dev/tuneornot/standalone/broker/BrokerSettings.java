package dev.tuneornot.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The broker's settings: one node, small, quick to start and to stop. */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** What makes it this broker; nobody may set it otherwise. */
  static final Set<String> OWNED =
      Set.of(
          "process.roles",
          "node.id",
          "listeners",
          "advertised.listeners",
          "listener.security.protocol.map",
          "controller.listener.names",
          "controller.quorum.voters",
          "controller.quorum.bootstrap.servers",
          "log.dir",
          "log.dirs",
          "metadata.log.dir");

  private static final String CLIENT_LISTENER = "PLAINTEXT";

  private BrokerSettings() {}

  static Map<String, String> of(Path logDirectory, Ports ports, Map<String, String> properties) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(singleNode());
    settings.putAll(small());
    settings.putAll(quick());
    settings.putAll(properties);
    settings.putAll(identity(logDirectory, ports));
    return settings;
  }

  // A static quorum of one: its voters are configuration only and not in the metadata log, so the
  // controller's port may be another one at each start.
  private static Map<String, String> identity(Path logDirectory, Ports ports) {
    String controller = Ports.HOST + ":" + ports.controller();
    String client = CLIENT_LISTENER + "://" + Ports.HOST + ":" + ports.client();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "listeners",
        client + "," + CONTROLLER_LISTENER + "://" + controller,
        "advertised.listeners",
        client,
        "listener.security.protocol.map",
        CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@" + controller,
        "log.dirs",
        logDirectory.toString());
  }

  private static Map<String, String> singleNode() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "auto.create.topics.enable", "false");
  }

  private static Map<String, String> small() {
    return Map.of(
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.num.partitions", "1",
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "group.coordinator.threads", "1",
        // Enough to compact 150,000 keys a pass; more take several. The cleaner fills all of it
        // with
        // zeros before each pass over a partition, and the default is 128 MiB.
        "log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
  }

  private static Map<String, String> quick() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        // After a kill, a start waits until the session of the killed broker has timed out.
        "broker.session.timeout.ms", "4000",
        "broker.heartbeat.interval.ms", "1000");
  }
}
