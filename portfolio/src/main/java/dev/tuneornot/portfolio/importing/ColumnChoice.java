package dev.tuneornot.portfolio.importing;

import java.util.Locale;

/**
 * A column and the field that it holds, as somebody has said.
 *
 * @param column its heading, or its letter
 * @param field name of the field; empty where the column is to be left out
 */
public record ColumnChoice(String column, String field) {

  /** Whether a column is meant: by its heading first, and by its letter where none has that. */
  boolean names(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).equals(column.strip().toLowerCase(Locale.ROOT));
  }
}
