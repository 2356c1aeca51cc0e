package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One row, one record. */
final class RecordRows<T extends SpecificRecord> implements RowReader<T> {

  private final RecordType<T> type;
  private final int width;
  private final CellRecord cells;

  RecordRows(RecordType<T> type, int width) {
    this.type = type;
    this.width = width;
    this.cells = new CellRecord(new CellFields(type.schema(), true));
  }

  @Override
  public boolean addColumn(int index, String path) {
    return cells.addColumn(index, path);
  }

  @Override
  public List<String> required() {
    return cells.required();
  }

  @Override
  public Iterator<Entry<T>> read(Iterator<TextRow> rows) {
    RowCursor cursor = new RowCursor(rows);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cursor.hasNext();
      }

      @Override
      public Entry<T> next() {
        return entry(cursor.next());
      }
    };
  }

  private Entry<T> entry(TextRow row) {
    ViolationList violations = new ViolationList();
    RowCursor.checkWidth(row, width, "", violations);
    T record = type.recordClass().cast(cells.read(row, "", violations));
    return Entry.checked(type, row.line(), record, violations);
  }
}
