package dev.tuneornot.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A table in blocks, so that a million rows need no more memory than a few. The first block decides
 * how wide the columns are; later cells that are longer go over several lines.
 */
final class TableRows<T> implements RowWriter<T> {

  private static final int BLOCK = 1000;

  private final List<TableColumn<T>> columns;
  private final int width;
  private final Ansi colours;
  private final OutputStream out;
  private final List<T> block = new ArrayList<>();
  private List<FittedColumn<T>> fitted = List.of();

  TableRows(List<TableColumn<T>> columns, int width, Ansi colours, OutputStream out) {
    this.columns = columns;
    this.width = width;
    this.colours = colours;
    this.out = out;
  }

  @Override
  public void write(T row) throws IOException {
    block.add(row);
    if (block.size() == BLOCK) {
      writeBlock(true);
    }
  }

  @Override
  public void flush() throws IOException {
    writeBlock(true);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    writeBlock(false);
    out.flush();
  }

  private void writeBlock(boolean moreToCome) throws IOException {
    if (block.isEmpty()) {
      return;
    }
    boolean first = fitted.isEmpty();
    if (first) {
      fitted = ColumnFit.fit(columns, block, moreToCome, width);
    }
    String text = TableText.of(fitted, block, first, colours);
    out.write(text.getBytes(StandardCharsets.UTF_8));
    block.clear();
  }
}
