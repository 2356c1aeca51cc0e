package dev.tuneornot.cli.input;

import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/** Refuses a record whose key an accepted one of the same file has: one of them is a mistake. */
final class UniqueKeys<T extends SpecificRecord> {

  private final RecordType<T> type;
  private final LineIndex lines = new LineIndex();

  UniqueKeys(RecordType<T> type) {
    this.type = type;
  }

  Entry<T> check(Entry<T> entry) {
    if (!(entry instanceof Entry.Accepted<T> accepted)) {
      return entry;
    }
    String key = type.keyOf(accepted.value());
    OptionalLong first = lines.firstLine(key, accepted.line());
    if (first.isEmpty()) {
      return entry;
    }
    Violation duplicate =
        new Violation(
            type.keyField(), key, "unique in the file; it is on line " + first.getAsLong());
    return new Entry.Refused<>(accepted.line(), Violation.displayed(key), List.of(duplicate));
  }
}
