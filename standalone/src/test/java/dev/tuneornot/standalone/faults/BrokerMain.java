package dev.tuneornot.standalone.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker and controller in a JVM of its own, until it is told to stop. */
final class BrokerMain {
  /** All tests' clusters are the same one to their brokers. */
  private static final String CLUSTER_ID = "dHVuZS1vci1ub3QtdGVzdA";

  private BrokerMain() {}

  /** Takes the name of a properties file. */
  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      settings.load(reader);
    }
    formatIfNew(settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.startup();
    server.awaitShutdown();
  }

  private static void formatIfNew(Properties settings) throws Exception {
    Path directory = Path.of(settings.getProperty("log.dirs"));
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(directory);
    new Formatter()
        .setClusterId(CLUSTER_ID)
        .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
        .setControllerListenerName(settings.getProperty("controller.listener.names"))
        .setHasDynamicQuorum(false)
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }
}
