package dev.tuneornot.cli.input;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.json.JsonRecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records of a file in its order, parsed ahead on another thread. A record whose key was in the
 * file before is refused.
 */
public final class RecordFile<T extends SpecificRecord> implements Iterator<Entry<T>>, Closeable {

  private final InputFile file;
  private final Iterator<Entry<T>> source;
  private final InputStream in;
  private final ReadAhead<Entry<T>> entries;
  private final UniqueKeys<T> uniqueKeys;

  private RecordFile(
      RecordType<T> type, InputFile file, InputStream in, Iterator<Entry<T>> source) {
    this.source = source;
    this.file = file;
    this.in = in;
    this.entries = new ReadAhead<>(source);
    this.uniqueKeys = new UniqueKeys<>(type);
  }

  /**
   * Opens a file, with a progress bar.
   *
   * @throws OperationFailure if it cannot be opened
   */
  public static <T extends SpecificRecord> RecordFile<T> open(
      RecordType<T> type, InputFile file, InputFormat format, Surroundings surroundings) {
    return open(type, file, format, surroundings, true);
  }

  /**
   * Opens a file whose records are turned into rows of standard output. There is no progress bar
   * where they scroll over the same terminal.
   *
   * @throws OperationFailure if it cannot be opened
   */
  public static <T extends SpecificRecord> RecordFile<T> openForRows(
      RecordType<T> type, InputFile file, InputFormat format, Surroundings surroundings) {
    return open(type, file, format, surroundings, !surroundings.terminal().outIsTerminal());
  }

  private static <T extends SpecificRecord> RecordFile<T> open(
      RecordType<T> type,
      InputFile file,
      InputFormat format,
      Surroundings surroundings,
      boolean withProgress) {
    try {
      InputStream plain = file.open(surroundings.in());
      InputStream in = withProgress ? Progress.over(plain, file, surroundings) : plain;
      return new RecordFile<>(type, file, in, reader(type, format, in));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  public InputFile file() {
    return file;
  }

  @Override
  public boolean hasNext() {
    try {
      return entries.hasNext();
    } catch (UncheckedIOException unreadable) {
      throw unreadable(file, unreadable.getCause());
    }
  }

  @Override
  public Entry<T> next() {
    return uniqueKeys.check(entries.next());
  }

  /** What is odd about the file as a whole, once there is no further record. */
  public Optional<String> finding() {
    return source instanceof CsvRecords<T> csv ? csv.finding() : Optional.empty();
  }

  @Override
  public void close() {
    entries.close();
    try {
      in.close();
    } catch (IOException unimportant) {
      // Nothing is lost: all that was wanted has been read.
    }
  }

  private static <T extends SpecificRecord> Iterator<Entry<T>> reader(
      RecordType<T> type, InputFormat format, InputStream in) {
    return switch (format) {
      case JSONL -> JsonRecordReader.lines(type, in);
      case JSON -> JsonRecordReader.array(type, in);
      case CSV -> new CsvRecords<>(type, in);
    };
  }

  private static OperationFailure unreadable(InputFile file, IOException failure) {
    String reason =
        failure instanceof CharacterCodingException ? "it is not UTF-8" : failure.getMessage();
    return new OperationFailure(file.displayName() + " cannot be read: " + reason, failure);
  }
}
