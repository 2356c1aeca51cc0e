package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.Recommendation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.jspecify.annotations.Nullable;

/** Whole recommendations. */
public final class Details {
  private final Database database;

  public Details(Database database) {
    this.database = database;
  }

  /** The recommendation for a proposal. */
  public Optional<Recommendation> of(String proposalId) throws SQLException {
    try (Connection connection = database.reader()) {
      List<byte[]> values =
          Query.of("select avro_value from recommendations where proposal_id = ?", proposalId)
              .list(connection, row -> row.getBytes(1));
      return values.isEmpty()
          ? Optional.empty()
          : Optional.of(decoded(values.get(0), new Schemas(connection)));
    }
  }

  private static Recommendation decoded(byte[] value, SchemaStore schemas) throws SQLException {
    try {
      return new BinaryMessageDecoder<Recommendation>(
              new Recommendation().getSpecificData(), Recommendation.getClassSchema(), schemas)
          .decode(value);
    } catch (IOException e) {
      throw new SQLException("recommendations.avro_value cannot be decoded", e);
    }
  }

  /** Table {@code avro_schemas}. */
  private record Schemas(Connection connection) implements SchemaStore {
    @Override
    public @Nullable Schema findByFingerprint(long fingerprint) {
      try {
        return Query.of("select definition from avro_schemas where fingerprint = ?", fingerprint)
            .list(connection, row -> new Schema.Parser().parse(row.getString(1)))
            .stream()
            .findFirst()
            .orElse(null);
      } catch (SQLException e) {
        throw new IllegalStateException("avro_schemas cannot be read", e);
      }
    }
  }
}
