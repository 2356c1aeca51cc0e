package dev.tuneornot.dashboard.projection;

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

  @Override
  void stopServer() {
    if (server != null) {
      server.stop();
    }
  }
}
