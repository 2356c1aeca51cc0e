package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On the PostgreSQL of the machine's own package, where it has one. */
class PostgresRowsIT extends PostgresRows {
  private @Nullable PostgresServer server;

  @Override
  DatabaseSettings startServer() throws IOException, InterruptedException {
    Optional<Path> programs = PostgresServer.programs();
    if (programs.isEmpty()) {
      skip("no PostgreSQL in /usr/lib/postgresql (package postgresql)");
    }
    PostgresServer started = PostgresServer.start(programs.orElseThrow());
    server = started;
    return started.settings();
  }

  @Override
  void stopServer() throws IOException, InterruptedException {
    if (server != null) {
      server.stop();
    }
  }
}
