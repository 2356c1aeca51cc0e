package dev.tuneornot.portfolio.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of sheets, known by its content.
 *
 * @param description what it is, in words: {@code UTF-8 text with semicolons between the columns}
 * @param separator between the columns where they are written in the same way; a comma for
 *     spreadsheets
 * @param sheets at least one, which may have no rows
 */
public record SheetFile(String description, char separator, List<Sheet> sheets) {

  /** Bytes that a file may have. A portfolio that needs more is no sheet of a person's. */
  public static final int MOST_BYTES = 64 << 20;

  static final int MOST_CELLS = 10_000_000;

  private static final String TOO_MANY_CELLS =
      "it has more than 10,000,000 cells; split it, or send it as CSV or JSON Lines with"
          + " `proposals send`";

  /**
   * Reads all of a file.
   *
   * @param charset of a text file; null to find out
   * @param separator of a text file; null to find out
   * @throws SheetException if it is none, or none of those that can be read
   */
  public static SheetFile read(
      InputStream in, @Nullable Charset charset, @Nullable Character separator) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new SheetException(
          "it has more than 64 MiB; split it, or send it as CSV or JSON Lines with `proposals"
              + " send`");
    }
    if (startsWith(bytes, "504b0304")) {
      return Spreadsheet.read(bytes);
    }
    if (startsWith(bytes, "d0cf11e0a1b11ae1")) {
      throw new SheetException(
          "it is an old .xls file, or one with a password; save it as .xlsx without a password");
    }
    return DelimitedText.read(bytes, charset, separator);
  }

  static void checkCells(long cells) throws SheetException {
    if (cells > MOST_CELLS) {
      throw new SheetException(TOO_MANY_CELLS);
    }
  }

  private static boolean startsWith(byte[] bytes, String hex) {
    int length = Math.min(bytes.length, hex.length() / 2);
    return HexFormat.of().formatHex(bytes, 0, length).equals(hex);
  }
}
