package dev.tuneornot.cli.output;

import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** What the layouts of all our records have in common: JSON and CSV follow from the schema. */
final class RecordLayouts {

  private RecordLayouts() {}

  static <T extends IndexedRecord> Layout<T> of(Schema schema, List<TableColumn<T>> table) {
    AvroJsonWriter json = new AvroJsonWriter(schema, false);
    return new Layout<>(json::write, AvroCells.layout(schema), table);
  }
}
