package dev.tuneornot.schemas.text;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula (OWASP: CSV injection) get a leading apostrophe;
 * numbers, which may well begin with a minus sign, stay as they are.
 */
public final class SpreadsheetSafety {

  private static final String FORMULA_STARTS = "=+-@\t\r\n";
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private SpreadsheetSafety() {}

  /** The cell as it can be written; the same where nothing is to be feared. */
  public static String neutralise(String cell) {
    if (cell.isEmpty() || FORMULA_STARTS.indexOf(cell.charAt(0)) < 0) {
      return cell;
    }
    return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
  }
}
