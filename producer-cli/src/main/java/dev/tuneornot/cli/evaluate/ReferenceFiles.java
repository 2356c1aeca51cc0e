package dev.tuneornot.cli.evaluate;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputFormat;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads small files, such as the prices, into memory. */
public final class ReferenceFiles {

  private ReferenceFiles() {}

  /** The accepted records of a file by key, none of no file; the others are reported. */
  public static <T extends SpecificRecord> Map<String, T> byKey(
      RecordType<T> type,
      @Nullable InputFile file,
      InputOptions input,
      Surroundings surroundings,
      Refusals refusals) {
    return file == null
        ? Map.of()
        : byKey(type, file, input.formatOfSecondary(file), surroundings, refusals);
  }

  /** The accepted records of a file by key; the others are reported. */
  public static <T extends SpecificRecord> Map<String, T> byKey(
      RecordType<T> type,
      InputFile file,
      InputFormat format,
      Surroundings surroundings,
      Refusals refusals) {
    Map<String, T> records = new HashMap<>();
    try (RecordFile<T> entries = RecordFile.open(type, file, format, surroundings)) {
      while (entries.hasNext()) {
        Entry<T> entry = entries.next();
        if (entry instanceof Entry.Accepted<T> accepted) {
          records.put(type.keyOf(accepted.value()), accepted.value());
        } else if (entry instanceof Entry.Refused<T> refused) {
          refusals.report(file, refused);
        }
      }
    }
    return records;
  }
}
