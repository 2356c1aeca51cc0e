package dev.tuneornot.portfolio.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An .xlsx file. Formulas have the value that the spreadsheet calculated last. */
final class Spreadsheet {

  private static final String DESCRIPTION = "a spreadsheet (.xlsx)";

  /** Of what a file unpacks to: a small file can be made to unpack to anything. */
  private static final long MOST_UNPACKED = 1L << 30;

  private Spreadsheet() {}

  static SheetFile read(byte[] bytes) throws IOException {
    // Some programs write no styles, and the library takes that for a broken file.
    ReadingOptions options = new ReadingOptions(hasStyles(bytes), true);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
      CellReader cells = new CellReader(workbook.isDate1904());
      List<Sheet> sheets = new ArrayList<>();
      long count = 0;
      for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
        List<SheetRow> rows = rows(sheet, cells, count);
        count += rows.stream().mapToLong(row -> row.cells().size()).sum();
        boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
        sheets.add(
            new Sheet(
                Objects.requireNonNullElse(sheet.getName(), ""), hidden, cells.dayZero(), rows));
      }
      if (sheets.isEmpty()) {
        throw new SheetException("it has no sheet");
      }
      return new SheetFile(DESCRIPTION, ',', sheets);
    } catch (SheetException told) {
      throw told;
    } catch (IOException | RuntimeException broken) {
      // Two libraries read the file, and each throws what it likes where a part is broken or
      // missing.
      throw unreadable(broken);
    }
  }

  private static List<SheetRow> rows(
      org.dhatim.fastexcel.reader.Sheet sheet, CellReader reader, long before) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    long count = before;
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        List<Cell> cells = reader.cells(row);
        if (!cells.isEmpty()) {
          count += cells.size();
          SheetFile.checkCells(count);
          rows.add(new SheetRow(row.getRowNum(), cells, row.isHidden()));
        }
      }
    }
    return rows;
  }

  /**
   * Unpacks once, and keeps nothing: what the parts say of their sizes need not be true.
   *
   * @return whether there is a part with the formats of the cells
   */
  private static boolean hasStyles(byte[] bytes) throws IOException {
    boolean workbook = false;
    boolean styles = false;
    long unpacked = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          refuseOthers(entry.getName(), content);
          workbook |= entry.getName().equals("[Content_Types].xml");
          styles |= entry.getName().endsWith("styles.xml");
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
              throw new SheetException("it unpacks to more than 1 GiB; split it");
            }
          }
        }
      }
    } catch (SheetException told) {
      throw told;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(broken);
    }
    if (!workbook) {
      throw new SheetException("it is a ZIP archive and no spreadsheet; unpack it first");
    }
    return styles;
  }

  private static void refuseOthers(String part, InputStream content) throws IOException {
    if (part.equals("mimetype")
        && new String(content.readNBytes(80), StandardCharsets.US_ASCII).contains("opendocument")) {
      throw new SheetException("it is an OpenDocument file; save it as .xlsx or CSV");
    }
    if (part.equals("xl/workbook.bin")) {
      throw new SheetException("it is a binary spreadsheet (.xlsb); save it as .xlsx");
    }
  }

  private static SheetException unreadable(Exception broken) {
    String message = broken.getMessage();
    String reason = message == null ? "a part is missing" : message.replaceAll("\\s+", " ");
    SheetException told =
        new SheetException(
            "it is broken or of a kind that cannot be read (%s); open it in a spreadsheet program"
                    .formatted(reason)
                + " and save it as .xlsx or CSV");
    told.initCause(broken);
    return told;
  }
}
