package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.json.Entry;
import java.util.Iterator;
import java.util.List;

/** Makes records of rows, once its columns are known. */
interface RowReader<T> {

  /** Adds a column; false if there is no field of that path. */
  boolean addColumn(int index, String path);

  /** The paths that must have a column. */
  List<String> required();

  Iterator<Entry<T>> read(Iterator<TextRow> rows);
}
