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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The price book. */
public final class Prices {
  private static final JsonFactory JSON = new JsonFactory();
  private static final AvroJsonReader<ModelPricing> READER =
      AvroJsonReader.of(RecordType.MODEL_PRICING);

  /** Of a model that has a price held for review, the one that its review has. */
  private static final String IN_FORCE =
      "(select model_id, document from prices"
          + " where model_id not in (select model_id from price_reviews)"
          + " union all select model_id, in_force from price_reviews where in_force is not null)";

  /** Some prices, and how many there are. */
  public record Found(long total, List<PriceInForce> items) {}

  private final Database database;

  public Prices(Database database) {
    this.database = database;
  }

  /**
   * Those whose model id contains a text, in the order of the ids.
   *
   * @param text empty: all
   * @param models only these; empty: all
   * @param now decides which price is in force
   */
  public Found containing(String text, List<String> models, Instant now, int limit, int offset)
      throws SQLException {
    Condition containing =
        text.isEmpty()
            ? Condition.TRUE
            : new Condition(
                database.dialect().contains("lower(p.model_id)"),
                List.of(text.toLowerCase(Locale.ROOT)));
    Condition condition =
        models.isEmpty() ? containing : containing.and(Condition.in("p.model_id", models));
    try (Connection connection = database.reader()) {
      long total =
          new Query(
                  "select count(*) from " + IN_FORCE + " p where " + condition.sql(),
                  condition.parameters())
              .number(connection);
      List<PriceInForce> prices =
          Query.of(
                  "select p.document, coalesce(d.proposals, 0) from "
                      + IN_FORCE
                      + " p"
                      + " left join model_dependants d on d.model_id = p.model_id where "
                      + condition.sql()
                      + " order by p.model_id limit ? offset ?",
                  condition.parameters(),
                  limit,
                  offset)
              .list(
                  connection,
                  row -> PriceInForce.of(parsed(row.getString(1)), row.getLong(2), now));
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

  /** The whole history of a model. */
  public Optional<ModelPricing> of(String modelId) throws SQLException {
    try (Connection connection = database.reader()) {
      return Query.of("select document from " + IN_FORCE + " p where model_id = ?", modelId)
          .list(connection, row -> parsed(row.getString(1)))
          .stream()
          .findFirst();
    }
  }
}
