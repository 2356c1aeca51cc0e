package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.convert.RecordLayout;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column can be of, in a record or in one nested in it.
 *
 * @param path dotted
 * @param steps the way from the record to the nested one that has the field
 * @param position of the field in the latter
 */
record CellField(String path, List<Step> steps, int position, CellValue value) {

  /** Into a nested record, which is made where it is absent. */
  record Step(int position, RecordLayout layout) {}

  void put(SpecificRecord record, Object fieldValue) {
    holder(record).put(position, fieldValue);
  }

  @Nullable Object get(SpecificRecord record) {
    return holder(record).get(position);
  }

  private SpecificRecord holder(SpecificRecord record) {
    SpecificRecord holder = record;
    for (Step step : steps) {
      SpecificRecord nested = (SpecificRecord) holder.get(step.position);
      if (nested == null) {
        nested = step.layout.createDefault();
        holder.put(step.position, nested);
      }
      holder = nested;
    }
    return holder;
  }
}
