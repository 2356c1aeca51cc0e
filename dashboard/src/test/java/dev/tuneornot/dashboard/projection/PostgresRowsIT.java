package dev.tuneornot.dashboard.projection;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The same on PostgreSQL, where the machine has it. */
class PostgresRowsIT extends ProjectedRows {
  private static PostgresServer server;
  private static Stored stored;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> programs = PostgresServer.programs();
    assumeTrue(programs.isPresent(), "no PostgreSQL in /usr/lib/postgresql (package postgresql)");
    server = PostgresServer.start(programs.get());
    stored = Stored.at(server.settings());
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (stored != null) {
      stored.close();
    }
    if (server != null) {
      server.stop();
    }
  }

  @BeforeEach
  void clear() throws SQLException {
    stored.clear();
  }

  @Override
  Stored stored() {
    return stored;
  }
}
