package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.convert.NotPlainTextException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One array of records, or a single record, for the whole file. What is no JSON ends the file:
 * where the next record would begin is anyone's guess.
 */
final class JsonArray<T extends SpecificRecord> implements EntrySource<T> {

  private enum State {
    BEFORE,
    INSIDE,
    AFTER,
    ENDED
  }

  private final RecordDecoder<T> decoder;
  private final PlainTextStream text;
  private @Nullable JsonParser parser;
  private State state = State.BEFORE;
  private long line = 1;

  JsonArray(RecordDecoder<T> decoder, InputStream in) {
    this.decoder = decoder;
    this.text = new PlainTextStream(in);
  }

  @Override
  public @Nullable Entry<T> next() throws IOException {
    decoder.start();
    try {
      return switch (state) {
        case BEFORE -> first(open());
        case INSIDE -> element(open());
        case AFTER -> end(open());
        case ENDED -> null;
      };
    } catch (JsonProcessingException problem) {
      return last(JsonSyntax.malformed(problem, JsonSyntax.lineAndColumn(problem)));
    } catch (NotPlainTextException problem) {
      return last(new Violation("", null, problem.bound()));
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  // Opening reads already, so it is not for the constructor.
  private JsonParser open() throws IOException {
    if (parser == null) {
      text.startRecord();
      parser = JsonSyntax.FACTORY.createParser(text);
    }
    return parser;
  }

  private @Nullable Entry<T> first(JsonParser in) throws IOException {
    JsonToken token = in.nextToken();
    if (token == JsonToken.START_ARRAY) {
      state = State.INSIDE;
      return element(in);
    }
    state = token == null ? State.ENDED : State.AFTER;
    return token == null ? null : record(in, "a JSON array of objects, or one object");
  }

  private @Nullable Entry<T> element(JsonParser in) throws IOException {
    text.startRecord();
    if (in.nextToken() == JsonToken.END_ARRAY) {
      return end(in);
    }
    return record(in, "an object");
  }

  private Entry<T> record(JsonParser in, String bound) throws IOException {
    line = in.currentTokenLocation().getLineNr();
    return in.currentToken() == JsonToken.START_OBJECT
        ? decoder.decode(in, line)
        : decoder.refuse(in, line, bound);
  }

  private @Nullable Entry<T> end(JsonParser in) throws IOException {
    state = State.ENDED;
    if (in.nextToken() == null) {
      return null;
    }
    line = in.currentTokenLocation().getLineNr();
    return last(
        new Violation("", null, "one JSON array of objects, or one object, with nothing after it"));
  }

  private Entry<T> last(Violation violation) {
    state = State.ENDED;
    return decoder.refuse(line, violation);
  }
}
