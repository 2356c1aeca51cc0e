package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.convert.Utf8Check;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One record a line. A line that is no JSON is refused, and the next one is read. */
final class JsonLines<T extends SpecificRecord> implements EntrySource<T> {

  private final RecordDecoder<T> decoder;
  private final LineReader lines;
  private final Utf8Check utf8 = new Utf8Check();
  private boolean started;
  private boolean ended;

  JsonLines(RecordDecoder<T> decoder, InputStream in) {
    this.decoder = decoder;
    this.lines = new LineReader(in);
  }

  @Override
  public @Nullable Entry<T> next() throws IOException {
    if (!started) {
      started = true;
      String refusal = lines.skipMark();
      if (refusal != null) {
        ended = true;
        decoder.start();
        return refuse(1, refusal);
      }
    }
    while (!ended && lines.next()) {
      if (lines.isTooLong() || !lines.isBlank()) {
        decoder.start();
        return entry(lines.number());
      }
    }
    ended = true;
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Entry<T> entry(long line) throws IOException {
    if (lines.isTooLong()) {
      return refuse(line, RecordLimits.BYTES_BOUND);
    }
    utf8.reset();
    int valid = utf8.check(lines.buffer(), lines.start(), lines.end());
    if (valid < lines.end() || !utf8.isComplete()) {
      int position = valid - lines.start() + 1;
      return refuse(line, PlainTextStream.TEXT_BOUND + " (byte " + position + " of the line)");
    }
    try (JsonParser in = parser()) {
      return entry(in, line);
    } catch (JsonProcessingException problem) {
      return decoder.refuse(line, JsonSyntax.malformed(problem, JsonSyntax.column(problem)));
    }
  }

  private Entry<T> entry(JsonParser in, long line) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      return decoder.refuse(in, line, "a JSON object on one line");
    }
    Entry<T> entry = decoder.decode(in, line);
    return in.nextToken() == null ? entry : refuse(line, "alone on its line");
  }

  private JsonParser parser() throws IOException {
    return JsonSyntax.FACTORY.createParser(
        lines.buffer(), lines.start(), lines.end() - lines.start());
  }

  private Entry<T> refuse(long line, String bound) {
    return decoder.refuse(line, new Violation("", null, bound));
  }
}
