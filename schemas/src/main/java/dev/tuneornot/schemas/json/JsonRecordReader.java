package dev.tuneornot.schemas.json;

import dev.tuneornot.schemas.RecordType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a JSON file one by one, in bounded memory, whatever the file holds: what
 * cannot be used comes as {@link Entry.Refused}. Only a failing input itself is thrown, as {@link
 * UncheckedIOException}. Not thread-safe.
 */
public final class JsonRecordReader<T> implements Iterator<Entry<T>>, Closeable {

  private final EntrySource<T> source;
  private @Nullable Entry<T> next;
  private boolean ended;

  private JsonRecordReader(EntrySource<T> source) {
    this.source = source;
  }

  /** Of JSON Lines: one object a line, blank lines aside. */
  public static <T extends SpecificRecord> JsonRecordReader<T> lines(
      RecordType<T> type, InputStream in) {
    return new JsonRecordReader<>(new JsonLines<>(new RecordDecoder<>(type), in));
  }

  /** Of one JSON array of objects, or a single object, for the whole file. */
  public static <T extends SpecificRecord> JsonRecordReader<T> array(
      RecordType<T> type, InputStream in) {
    return new JsonRecordReader<>(new JsonArray<>(new RecordDecoder<>(type), in));
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = source.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public Entry<T> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Entry<T> entry = next;
    next = null;
    return entry;
  }

  /** Closes the input. */
  @Override
  public void close() throws IOException {
    source.close();
  }
}
