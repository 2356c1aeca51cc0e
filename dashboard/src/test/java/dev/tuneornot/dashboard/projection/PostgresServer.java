package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of the machine's own package, started on a directory that is gone afterwards. */
final class PostgresServer {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path programs;
  private final Path directory;
  private final int port;

  private PostgresServer(Path programs, Path directory, int port) {
    this.programs = programs;
    this.directory = directory;
    this.port = port;
  }

  /** Where Debian keeps the programs of the latest version that is installed. */
  static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  static PostgresServer start(Path programs) throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path directory = Files.createTempDirectory("tune-or-not-postgres-");
    PostgresServer server = new PostgresServer(programs, directory, port);
    if (ROOT) {
      // initdb refuses root; the package has made a user of its own.
      run(List.of("chown", "postgres", directory.toString()));
    }
    String data = directory.resolve("data").toString();
    server.program("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C");
    server.program(
        "pg_ctl",
        "-D",
        data,
        "-w",
        "-l",
        directory.resolve("log").toString(),
        "-o",
        "-h 127.0.0.1 -p " + port + " -k " + directory,
        "start");
    return server;
  }

  DatabaseSettings settings() {
    return new DatabaseSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "tester", "any");
  }

  private void program(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tune-or-not-", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command + ": " + Files.readString(output));
    }
    Files.delete(output);
  }

  void stop() throws IOException, InterruptedException {
    program("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "stop");
    run(List.of("rm", "-rf", directory.toString()));
  }
}
