package dev.tuneornot.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where a running stack is, as properties: what a client needs, and the process whose stack it is.
 * It goes with the stack, unless another one has written its own there meanwhile.
 */
final class ConnectionFile implements AutoCloseable {
  private static final String PID = "pid";

  private final Path path;

  private ConnectionFile(Path path) {
    this.path = path;
  }

  /** Whole or not at all: a reader never sees half of it. */
  static ConnectionFile write(Path path, Map<String, String> connection) throws IOException {
    StringBuilder lines = new StringBuilder("# The running quickstart; gone with it.\n");
    new TreeMap<>(connection)
        .forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    lines.append(PID).append('=').append(ProcessHandle.current().pid()).append('\n');
    Path absolute = path.toAbsolutePath();
    Path directory = Files.createDirectories(absolute.resolveSibling("."));
    Path written = Files.createTempFile(directory, "connection", ".tmp");
    Files.writeString(written, lines);
    Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
    return new ConnectionFile(absolute);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path) && isOurs()) {
      Files.deleteIfExists(path);
    }
  }

  private boolean isOurs() throws IOException {
    Properties written = new Properties();
    try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      written.load(reader);
    }
    return Long.toString(ProcessHandle.current().pid()).equals(written.getProperty(PID));
  }
}
