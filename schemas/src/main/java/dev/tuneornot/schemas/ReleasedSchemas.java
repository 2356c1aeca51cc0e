package dev.tuneornot.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Kept copies of the schemas of every release: what was written under them stays readable, and the
 * build holds today's schemas to them.
 */
public final class ReleasedSchemas {
  /** The releases that have copies, the oldest first. */
  public static final List<Integer> RELEASES = List.of(1);

  private ReleasedSchemas() {}

  /**
   * The released versions of a record, the oldest first; releases that did not have it are left
   * out.
   *
   * @param record the record's name without its namespace
   */
  public static List<Schema> of(String record) {
    List<Schema> schemas = new ArrayList<>();
    for (int release : RELEASES) {
      try (InputStream copy =
          ReleasedSchemas.class.getResourceAsStream(
              "/released/" + release + "/" + record + ".avsc")) {
        if (copy != null) {
          schemas.add(new Schema.Parser().parse(copy));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(schemas);
  }
}
