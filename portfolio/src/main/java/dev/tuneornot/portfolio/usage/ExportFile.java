package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.convert.NotPlainTextException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.validation.Violation;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An export, recognised by its content: gzip or plain; CSV, JSON Lines, or JSON. */
final class ExportFile {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Takes the records in their order. */
  interface Records {

    void accept(ExportRecord record) throws IOException;

    void refused(long line, Violation violation);
  }

  /**
   * What is expected.
   *
   * @param columns those that a CSV file must have; empty where there is no CSV of this export
   * @param containers fields of a JSON page that hold its records
   * @param isWanted which fields of a record are kept
   */
  record Shape(Set<String> columns, Set<String> containers, Predicate<String> isWanted) {}

  private ExportFile() {}

  /**
   * Reads all records of an export of rows, as CSV or JSON.
   *
   * @param columns those that a CSV file must have besides the ones of the keys
   * @param others which other fields of a record are kept
   * @param keys what rows are mapped by
   * @return as {@link #read(InputStream, Shape, Records)}
   */
  static Map<String, Object> readRows(
      InputStream in,
      Set<String> columns,
      Predicate<String> others,
      Set<String> keys,
      Records records)
      throws IOException {
    Set<String> required = new HashSet<>(columns);
    keys.forEach(key -> required.add(Words.root(key)));
    return read(in, new Shape(required, Set.of("data"), others.or(required::contains)), records);
  }

  /**
   * Reads all records.
   *
   * @return the fields of pages beside their records
   * @throws IOException if it cannot be read, or is neither of the formats
   */
  static Map<String, Object> read(InputStream in, Shape shape, Records records) throws IOException {
    try {
      BufferedInputStream text =
          new BufferedInputStream(new PlainTextStream(uncompressed(in)), BUFFER);
      int first = firstCharacter(text);
      if (first < 0) {
        return Map.of();
      }
      if (first == '{' || first == '[') {
        return new JsonExport(shape, records).read(text);
      }
      if (shape.columns().isEmpty()) {
        throw new IOException("it must be JSON, and begins with '" + (char) first + "'");
      }
      new CsvExport(shape, records).read(text);
      return Map.of();
    } catch (NotPlainTextException wrong) {
      throw new IOException("it must be " + wrong.bound(), wrong);
    } catch (EOFException | ZipException broken) {
      throw new IOException("its gzip data is broken: " + broken.getMessage(), broken);
    }
  }

  private static InputStream uncompressed(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    return first == GZIP_FIRST && second == GZIP_SECOND
        ? new GZIPInputStream(buffered, BUFFER)
        : buffered;
  }

  /**
   * The first that is no white space, among as many as the buffer holds; -1 where there is none.
   */
  private static int firstCharacter(BufferedInputStream in) throws IOException {
    in.mark(BUFFER);
    int character = in.read();
    for (int i = 1; i < BUFFER && Character.isWhitespace(character); i++) {
      character = in.read();
    }
    in.reset();
    return character;
  }
}
