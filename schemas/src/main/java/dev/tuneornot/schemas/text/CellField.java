package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.convert.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column can be of, in a record or in one nested in it.
 *
 * @param path dotted
 * @param steps the way from the record to the nested one that has the field
 * @param position of the field in the latter
 * @param element where the field is a list of records and the column is one of their fields: which
 */
record CellField(
    String path, List<Step> steps, int position, @Nullable Step element, CellValue value) {

  /** Into a nested record, which is made where it is absent. */
  record Step(int position, RecordLayout layout) {}

  void put(SpecificRecord record, Object fieldValue) {
    SpecificRecord holder = holder(record);
    if (element == null) {
      holder.put(position, fieldValue);
      return;
    }
    List<SpecificRecord> elements = new ArrayList<>();
    ((List<?>) holder.get(position)).forEach(known -> elements.add((SpecificRecord) known));
    List<?> column = (List<?>) fieldValue;
    for (int i = 0; i < column.size(); i++) {
      if (i == elements.size()) {
        elements.add(element.layout.createDefault());
      }
      if (column.get(i) != null) {
        elements.get(i).put(element.position, column.get(i));
      }
    }
    holder.put(position, elements);
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
