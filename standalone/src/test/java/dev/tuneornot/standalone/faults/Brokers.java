package dev.tuneornot.standalone.faults;

import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The brokers of a cluster, wherever they run. */
interface Brokers extends AutoCloseable {

  /** For the test's own clients. */
  String bootstrapServers();

  /** For the apps. */
  String appBootstrapServers();

  @Override
  void close() throws IOException;

  /** Brokers that tests and apps reach alike. */
  static Brokers at(String bootstrapServers, Runnable close) {
    return new Brokers() {
      @Override
      public String bootstrapServers() {
        return bootstrapServers;
      }

      @Override
      public String appBootstrapServers() {
        return bootstrapServers;
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }

  /** One in this JVM, quick to start. */
  static Brokers embedded(Path directory, Map<String, String> properties) throws IOException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerOptions.in(directory).withProperties(properties));
    return at(broker.bootstrapServers(), broker::close);
  }

  /** Brokers in JVMs of their own, all up. */
  static Processes processes(Path directory, int number) throws IOException {
    List<BrokerProcess.Node> nodes = new ArrayList<>();
    for (int id = 1; id <= number; id++) {
      nodes.add(BrokerProcess.Node.any(id));
    }
    String voters = nodes.stream().map(BrokerProcess.Node::voter).collect(Collectors.joining(","));
    String replicas = Integer.toString(number);
    String inSync = Integer.toString(number / 2 + 1);
    Map<String, String> replication = new HashMap<>();
    replication.put("default.replication.factor", replicas);
    replication.put("min.insync.replicas", inSync);
    replication.put("offsets.topic.replication.factor", replicas);
    replication.put("transaction.state.log.replication.factor", replicas);
    replication.put("transaction.state.log.min.isr", inSync);
    replication.put("share.coordinator.state.topic.replication.factor", replicas);
    replication.put("share.coordinator.state.topic.min.isr", inSync);
    List<BrokerProcess> brokers = new ArrayList<>();
    for (BrokerProcess.Node node : nodes) {
      BrokerProcess broker = new BrokerProcess(directory, node, voters, replication);
      broker.start();
      brokers.add(broker);
    }
    brokers.forEach(BrokerProcess::awaitUp);
    return new Processes(brokers);
  }

  /** Brokers that faults can be done to. */
  record Processes(List<BrokerProcess> all) implements Brokers {

    @Override
    public String bootstrapServers() {
      return all.stream().map(BrokerProcess::address).collect(Collectors.joining(","));
    }

    @Override
    public String appBootstrapServers() {
      return all.stream().map(BrokerProcess::networkAddress).collect(Collectors.joining(","));
    }

    /** By its id, from 1. */
    BrokerProcess withId(int id) {
      return all.get(id - 1);
    }

    void cutNetwork() {
      all.forEach(broker -> broker.network().cut());
    }

    void healNetwork() {
      all.forEach(broker -> broker.network().heal());
    }

    @Override
    public void close() throws IOException {
      for (BrokerProcess broker : all) {
        broker.close();
      }
    }
  }
}
