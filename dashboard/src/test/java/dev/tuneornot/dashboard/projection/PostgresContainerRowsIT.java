package dev.tuneornot.dashboard.projection;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** On the image that docker-compose.yml names, where there is a Docker engine. */
class PostgresContainerRowsIT extends PostgresRows {
  private static final String IMAGE = "postgres:17";

  private @Nullable PostgreSQLContainer server;

  @Override
  DatabaseSettings startServer() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      skip("no Docker engine answers at DOCKER_HOST or /var/run/docker.sock");
    }
    PostgreSQLContainer started = new PostgreSQLContainer(IMAGE);
    server = started;
    try {
      started.start();
    } catch (ContainerFetchException e) {
      skip("Docker cannot pull " + IMAGE + ": " + e.getMessage());
    }
    return new DatabaseSettings(started.getJdbcUrl(), started.getUsername(), started.getPassword());
  }

  /** Says so on the console: Failsafe counts, and leaves the reason to its report files. */
  private static void skip(String missing) {
    System.out.println("Skipped PostgresContainerRowsIT: " + missing);
    abort(missing);
  }

  @Override
  void stopServer() {
    if (server != null) {
      server.stop();
    }
  }
}
