package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tuneornot.dashboard.json.Bodies;
import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole filtered table as a file, sent while it is read. */
final class Export {
  private static final Logger LOG = LoggerFactory.getLogger(Export.class);
  private static final int MOST = 2;
  private static final int BUFFER = 64 * 1024;

  /** The file formats, and how rows are written in them. */
  enum Format {
    CSV("text/csv; charset=utf-8"),
    JSON("application/json"),
    JSONL("application/jsonl");

    private final String type;

    Format(String type) {
      this.type = type;
    }
  }

  private final Recommendations recommendations;
  private final Semaphore places = new Semaphore(MOST);

  Export(Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  /**
   * @throws HttpException where enough others are being sent
   */
  Answer answer(Filter filter, Sort sort, Format format) {
    return (request, response, callback) -> {
      if (!places.tryAcquire()) {
        Answer.json(503, Json.error(MOST + " exports are running: try again later"))
            .send(request, response, callback);
        return;
      }
      try {
        send(filter, sort, format, response, callback);
      } finally {
        places.release();
      }
    };
  }

  private void send(Filter filter, Sort sort, Format format, Response response, Callback callback) {
    String name = "recommendations." + format.name().toLowerCase(Locale.ROOT);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, format.type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    // Not closed where it fails: that would make a whole answer of a part.
    OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER);
    try {
      switch (format) {
        case CSV -> csv(filter, sort, out);
        case JSON -> json(filter, sort, out);
        case JSONL -> jsonLines(filter, sort, out);
      }
      out.close();
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warn("An export ended early: {}", e.toString());
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  private void csv(Filter filter, Sort sort, OutputStream out) throws SQLException, IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, UTF_8));
    csv.writeRecord(Recommendations.FIELDS.stream().map(Item.Field::name).toList());
    recommendations.each(
        filter, sort, item -> csv.writeRecord(item.values().stream().map(Export::cell).toList()));
    csv.flush();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof String text ? SpreadsheetSafety.neutralise(text) : value.toString();
  }

  private void json(Filter filter, Sort sort, OutputStream out) throws SQLException, IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      recommendations.each(filter, sort, item -> write(item, json));
      json.writeEndArray();
    }
  }

  private void jsonLines(Filter filter, Sort sort, OutputStream out)
      throws SQLException, IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.setRootValueSeparator(null);
      recommendations.each(
          filter,
          sort,
          item -> {
            write(item, json);
            endLine(json);
          });
    }
  }

  private static void write(Item item, JsonGenerator json) {
    try {
      Bodies.item(item, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endLine(JsonGenerator json) {
    try {
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
