package dev.tuneornot.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an embedded broker is started.
 *
 * @param directory where the data is kept; created where missing
 * @param port of the clients' listener on 127.0.0.1, 0 for a free one
 * @param properties broker settings that go before ours, such as {@code
 *     log.message.timestamp.after.max.ms}
 * @param onFatal told, from a broker thread, when the broker cannot go on; the data is safe, the
 *     broker has to be closed
 */
public record BrokerOptions(
    Path directory, int port, Map<String, String> properties, Consumer<String> onFatal) {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerOptions.class);

  /**
   * @throws IllegalArgumentException if the port is out of range or a property is not the caller's
   */
  public BrokerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port = " + port + ": must be 0..65535");
    }
    Set<String> owned = new TreeSet<>(properties.keySet());
    owned.retainAll(BrokerSettings.OWNED);
    if (!owned.isEmpty()) {
      throw new IllegalArgumentException("set by the embedded broker itself: " + owned);
    }
    properties = Map.copyOf(properties);
  }

  /** A free port, no further settings, fatal errors to the log only. */
  public static BrokerOptions in(Path directory) {
    return new BrokerOptions(
        directory, 0, Map.of(), reason -> LOG.error("The embedded broker has failed: {}", reason));
  }

  public BrokerOptions withPort(int newPort) {
    return new BrokerOptions(directory, newPort, properties, onFatal);
  }

  public BrokerOptions withProperties(Map<String, String> newProperties) {
    return new BrokerOptions(directory, port, newProperties, onFatal);
  }

  public BrokerOptions withOnFatal(Consumer<String> newOnFatal) {
    return new BrokerOptions(directory, port, properties, newOnFatal);
  }
}
