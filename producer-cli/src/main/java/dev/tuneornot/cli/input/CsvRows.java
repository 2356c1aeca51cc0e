package dev.tuneornot.cli.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.text.TextRow;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what the parser finds, and knows on which line the row begins that it is at. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<TextRow> {

  /** Far more than there are fields; a line of commas alone must not fill the memory. */
  private static final int MOST_CELLS = 10_000;

  private final PlainTextStream text;
  private List<String> cells = new ArrayList<>();

  CsvRows(PlainTextStream text) {
    this.text = text;
  }

  /** The line on which the present row begins, from 1. */
  long line() {
    return Math.max(1, getStartingLineNumber());
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    cells = new ArrayList<>();
    text.startRecord();
  }

  @Override
  protected void handleField(
      int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
    if (fieldIndex == MOST_CELLS) {
      throw new CsvParseException("more than " + MOST_CELLS + " cells in a row");
    }
    cells.add(new String(buffer, offset, length));
  }

  @Override
  protected TextRow buildRecord() {
    return new TextRow(line(), cells);
  }
}
