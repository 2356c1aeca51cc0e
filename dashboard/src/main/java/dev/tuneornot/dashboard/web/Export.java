package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
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

  void answer(Context context, Filter filter, Sort sort, Format format) throws IOException {
    if (!places.tryAcquire()) {
      BoundedServer.answer(context, 503, MOST + " exports are running: try again later");
      return;
    }
    try {
      send(context, filter, sort, format);
    } finally {
      places.release();
    }
  }

  private void send(Context context, Filter filter, Sort sort, Format format) throws IOException {
    String name = "recommendations." + format.name().toLowerCase(Locale.ROOT);
    context
        .contentType(format.type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    OutputStream out = new BufferedOutputStream(context.outputStream(), BUFFER);
    try {
      switch (format) {
        case CSV -> csv(filter, sort, out);
        case JSON -> json(filter, sort, out);
        case JSONL -> jsonLines(filter, sort, out);
      }
      out.flush();
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warn("An export ended early: {}", e.toString());
      cut(context, e);
    }
  }

  /** Breaks the connection: an orderly end would make a whole file of a part. */
  private static void cut(Context context, Exception cause) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close(cause);
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
    try (JsonGenerator json = generator(out)) {
      json.writeStartArray();
      recommendations.each(filter, sort, item -> write(item, json));
      json.writeEndArray();
    }
  }

  private void jsonLines(Filter filter, Sort sort, OutputStream out)
      throws SQLException, IOException {
    try (JsonGenerator json = generator(out)) {
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

  /** Leaves flushing and closing to the stream's owner. */
  private static JsonGenerator generator(OutputStream out) throws IOException {
    return Json.MAPPER
        .createGenerator(out)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void write(Item item, JsonGenerator json) {
    try {
      json.writePOJO(item);
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
