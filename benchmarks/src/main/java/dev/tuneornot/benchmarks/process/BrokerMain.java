package dev.tuneornot.benchmarks.process;

import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Broker and registry, until standard input ends. Arguments: directory, port, registry port. */
public final class BrokerMain {
  /** Said once clients can connect; bootstrap servers and registry URL follow. */
  public static final String READY = "READY";

  /** Nothing that was written may vanish before it is counted. */
  static final Map<String, String> SETTINGS =
      Map.of("log.cleaner.enable", "false", "log.segment.delete.delay.ms", "86400000");

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    BrokerOptions options =
        BrokerOptions.in(Path.of(arguments[0]))
            .withPort(Integer.parseInt(arguments[1]))
            .withProperties(SETTINGS);
    try (EmbeddedBroker broker = EmbeddedBroker.start(options);
        EmbeddedRegistry registry =
            EmbeddedRegistry.start(broker.bootstrapServers(), Integer.parseInt(arguments[2]))) {
      System.out.println(READY + " " + broker.bootstrapServers() + " " + registry.url());
      StandardInput.forEachLine(line -> {});
    }
    System.exit(0);
  }
}
