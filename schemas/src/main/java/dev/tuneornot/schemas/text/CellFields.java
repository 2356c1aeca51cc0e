package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.convert.AvroTypes;
import dev.tuneornot.schemas.convert.RecordLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record type by their dotted paths. A column of a list of records, such as {@code
 * tiers.inputPerMTok}, has one value for each of them.
 */
final class CellFields {

  private final RecordLayout layout;
  private final boolean listsRecords;
  private final Map<String, CellField> byPath = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  /**
   * @param listsRecords whether lists of records have columns, or rows of their own
   */
  CellFields(Schema schema, boolean listsRecords) {
    this.layout = RecordLayout.of(schema);
    this.listsRecords = listsRecords;
    add(schema, "", List.of());
  }

  /** The field at a path; null where there is none. */
  @Nullable CellField find(String path) {
    return byPath.get(path);
  }

  /** The paths of the fields without a default. */
  List<String> required() {
    return required;
  }

  /** A record with its defaults. */
  SpecificRecord create() {
    return layout.createDefault();
  }

  private void add(Schema schema, String prefix, List<CellField.Step> steps) {
    for (Schema.Field field : schema.getFields()) {
      String path = prefix + field.name();
      Schema type = field.schema().isUnion() ? AvroTypes.notNull(field.schema()) : field.schema();
      if (type.getType() == Schema.Type.RECORD) {
        List<CellField.Step> deeper = new ArrayList<>(steps);
        deeper.add(new CellField.Step(field.pos(), RecordLayout.of(type)));
        add(type, path + ".", List.copyOf(deeper));
      } else if (isListOfRecords(type)) {
        addColumns(type.getElementType(), path, steps, field.pos());
      } else {
        byPath.put(path, new CellField(path, steps, field.pos(), null, CellValue.of(type)));
        if (steps.isEmpty() && !field.hasDefaultValue()) {
          required.add(path);
        }
      }
    }
  }

  private void addColumns(Schema element, String path, List<CellField.Step> steps, int position) {
    if (!listsRecords) {
      return;
    }
    RecordLayout elements = RecordLayout.of(element);
    for (Schema.Field field : element.getFields()) {
      String column = path + "." + field.name();
      CellField.Step step = new CellField.Step(field.pos(), elements);
      CellValue values = CellValue.column(field.schema());
      byPath.put(column, new CellField(column, steps, position, step, values));
    }
  }

  private static boolean isListOfRecords(Schema type) {
    return type.getType() == Schema.Type.ARRAY
        && type.getElementType().getType() == Schema.Type.RECORD;
  }
}
