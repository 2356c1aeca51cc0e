package dev.tuneornot.dashboard.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.tuneornot.confluent.RootCause;
import dev.tuneornot.dashboard.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The connections to one database: a single writer, some readers. Its schema is up to date. */
public final class Database implements AutoCloseable {
  private static final int READERS = 6;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private static final String MIGRATIONS = "classpath:dev/tuneornot/dashboard/migrations";

  private final Dialect dialect;
  private final HikariDataSource writer;
  private final HikariDataSource readers;

  private Database(Dialect dialect, HikariDataSource writer, HikariDataSource readers) {
    this.dialect = dialect;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Connects and brings the schema up to date.
   *
   * @throws DatabaseException where that is not possible; names the database
   */
  public static Database open(DatabaseSettings settings) {
    Dialect dialect = Dialect.of(settings.url());
    HikariDataSource readers = connect(settings, dialect, true);
    try {
      // Flyway wants more than one connection.
      migrate(readers, dialect);
      return new Database(dialect, connect(settings, dialect, false), readers);
    } catch (FlywayException e) {
      readers.close();
      throw new DatabaseException("The schema of " + settings + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  private static HikariDataSource connect(
      DatabaseSettings settings, Dialect dialect, boolean reads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
      config.setPassword(settings.password());
    }
    config.setPoolName(reads ? "readers" : "writer");
    config.setMaximumPoolSize(reads ? READERS : 1);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setAutoCommit(reads);
    DriverProperties.of(dialect).forEach(config::addDataSourceProperty);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new DatabaseException(
          "Cannot use the database "
              + settings
              + " (tuneornot.database.url, .user, .password): "
              + RootCause.message(e),
          e);
    }
  }

  private static void migrate(HikariDataSource source, Dialect dialect) {
    Flyway.configure()
        .dataSource(source)
        .locations(MIGRATIONS)
        .placeholders(dialect.types())
        .loggers("slf4j")
        .load()
        .migrate();
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The one connection that writes; its transactions are the caller's to commit. */
  public Connection writer() throws SQLException {
    return writer.getConnection();
  }

  /** A connection that reads; waits some seconds for a free one. */
  public Connection reader() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
