package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;

/** Writes a batch in one transaction. */
final class BatchWriter {
  private static final String ADD_SCHEMA =
      "insert into avro_schemas (fingerprint, definition) values (?, ?)"
          + " on conflict (fingerprint) do nothing";

  private final Database database;
  private final RecommendationTable recommendations = new RecommendationTable();
  private final ChangeTable changes = new ChangeTable();
  private final UsageTable usage = new UsageTable();
  private final StatedTable stated = new StatedTable();
  private final SummaryTable summaries = new SummaryTable();
  private final ImpactTable impacts = new ImpactTable();
  private final ReviewTable reviews = new ReviewTable();
  private final PriceTable prices = new PriceTable();

  BatchWriter(Database database) {
    this.database = database;
  }

  /**
   * @throws OvertakenException where the database is not where the batch begins; nothing is written
   * @throws DataRefusedException where the database cannot keep something in it; nothing is written
   */
  void write(Batch batch) throws SQLException {
    try (Connection connection = database.writer()) {
      try {
        Dialect dialect = database.dialect();
        new Offsets(connection).advance(batch.advances());
        addSchemas(connection, dialect, batch.writerSchemas());
        recommendations.apply(connection, dialect, batch.recommendations());
        changes.apply(connection, dialect, batch.changes());
        usage.apply(connection, dialect, batch.usage());
        stated.apply(connection, dialect, batch.proposals());
        summaries.apply(connection, dialect, batch.summaries());
        impacts.apply(connection, dialect, batch.impacts());
        reviews.apply(connection, dialect, batch.reviews());
        prices.apply(connection, dialect, batch.prices());
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw database.dialect().isAboutData(e) ? new DataRefusedException(e) : e;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** Deletes what the topics do not have any more either. */
  void expire(Instant now) throws SQLException {
    try (Connection connection = database.writer()) {
      impacts.expire(connection, database.dialect(), now);
      changes.expire(connection, database.dialect(), now);
      connection.commit();
    }
  }

  private static void addSchemas(Connection connection, Dialect dialect, Map<Long, Schema> schemas)
      throws SQLException {
    if (schemas.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ADD_SCHEMA)) {
      Binder binder = new Binder(statement, dialect);
      for (Map.Entry<Long, Schema> schema : schemas.entrySet()) {
        binder.whole(schema.getKey().longValue()).text(schema.getValue().toString()).addBatch();
      }
      statement.executeBatch();
    }
  }
}
