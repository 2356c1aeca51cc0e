package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Makes a record of the cells of a row that belong to it. */
final class CellRecord {

  private final CellFields fields;
  private final List<CellColumn> columns = new ArrayList<>();

  CellRecord(CellFields fields) {
    this.fields = fields;
  }

  boolean addColumn(int index, String path) {
    CellField field = fields.find(path);
    return field != null && columns.add(new CellColumn(index, field));
  }

  List<CellColumn> columns() {
    return columns;
  }

  List<String> required() {
    return fields.required();
  }

  SpecificRecord create() {
    return fields.create();
  }

  /**
   * The record of a row.
   *
   * @param prefix of its fields in what is reported, with a dot at its end; may be empty
   */
  SpecificRecord read(TextRow row, String prefix, ViolationList violations) {
    SpecificRecord record = fields.create();
    Set<String> missing = new LinkedHashSet<>(fields.required());
    for (CellColumn column : columns) {
      String cell = row.cell(column.index());
      if (!cell.isEmpty()) {
        CellField field = column.field();
        Object value = field.value().of(cell, prefix + field.path(), violations);
        if (value != null) {
          field.put(record, value);
          missing.remove(field.path());
        }
      }
    }
    for (String path : missing) {
      violations.add(new Violation(prefix + path, null, Violation.REQUIRED));
    }
    return record;
  }

  /** Reports the fields of a record that have no default, and no value. */
  void reportMissing(SpecificRecord record, String prefix, ViolationList violations) {
    for (String path : fields.required()) {
      CellField field = fields.find(path);
      if (field != null && field.get(record) == null) {
        violations.add(new Violation(prefix + path, null, Violation.REQUIRED));
      }
    }
  }
}
