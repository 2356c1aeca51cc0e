package dev.tuneornot.dashboard.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.AvroJsonReader;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The price book. */
public final class Prices {
  private static final JsonFactory JSON = new JsonFactory();
  private static final AvroJsonReader<ModelPricing> READER =
      AvroJsonReader.of(RecordType.MODEL_PRICING);

  /**
   * The prices of a model.
   *
   * @param dependants recommendations that weigh it as a candidate
   */
  public record Price(ModelPricing pricing, long dependants) {}

  /** Some prices, and how many there are. */
  public record Found(long total, List<Price> prices) {}

  private final Database database;

  public Prices(Database database) {
    this.database = database;
  }

  /**
   * Those whose model id contains a text, in the order of the ids.
   *
   * @param text empty: all
   */
  public Found containing(String text, int limit, int offset) throws SQLException {
    Condition condition =
        text.isEmpty()
            ? Condition.TRUE
            : new Condition(
                database.dialect().contains("lower(p.model_id)"),
                List.of(text.toLowerCase(Locale.ROOT)));
    try (Connection connection = database.reader()) {
      long total =
          new Query(
                  "select count(*) from prices p where " + condition.sql(), condition.parameters())
              .number(connection);
      List<Price> prices =
          Query.of(
                  "select p.document, coalesce(d.proposals, 0) from prices p"
                      + " left join model_dependants d on d.model_id = p.model_id where "
                      + condition.sql()
                      + " order by p.model_id limit ? offset ?",
                  condition.parameters(),
                  limit,
                  offset)
              .list(connection, row -> new Price(parsed(row.getString(1)), row.getLong(2)));
      return new Found(total, prices);
    }
  }

  private static ModelPricing parsed(String document) throws SQLException {
    try (JsonParser parser = JSON.createParser(document)) {
      parser.nextToken();
      return READER.read(parser, new ViolationList());
    } catch (IOException e) {
      throw new SQLException("prices.document is no JSON", e);
    }
  }

  /** The whole history of a model as JSON. */
  public Optional<String> document(String modelId) throws SQLException {
    try (Connection connection = database.reader()) {
      return Query.of("select document from prices where model_id = ?", modelId)
          .list(connection, row -> row.getString(1))
          .stream()
          .findFirst();
    }
  }
}
