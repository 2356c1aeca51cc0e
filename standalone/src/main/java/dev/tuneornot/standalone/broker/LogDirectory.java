package dev.tuneornot.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's own directory under the data directory. */
record LogDirectory(Path path) {

  static LogDirectory under(Path dataDirectory) {
    return new LogDirectory(dataDirectory.toAbsolutePath().normalize().resolve("kafka"));
  }

  /** Formats it, with a new cluster id, unless it is. */
  void formatIfNew() throws IOException {
    if (Files.exists(path.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(path);
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE_ID)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setHasDynamicQuorum(false)
          .addDirectory(path.toString())
          .setMetadataLogDirectory(path.toString())
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + path + ": " + e.getMessage(), e);
    }
  }
}
