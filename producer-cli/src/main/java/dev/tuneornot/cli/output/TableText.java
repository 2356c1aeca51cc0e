package dev.tuneornot.cli.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import com.github.freva.asciitable.Styler;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Renders a block of rows into columns of given widths. */
final class TableText {

  private static final Pattern MARGINS = Pattern.compile("(?m)^ | +$");

  private TableText() {}

  static <T> String of(
      List<FittedColumn<T>> columns, List<T> rows, boolean withHeader, Ansi colours) {
    List<ColumnData<T>> data =
        columns.stream().map(column -> columnData(column, withHeader)).toList();
    String table =
        AsciiTable.builder()
            .border(AsciiTable.NO_BORDERS)
            .lineSeparator("\n")
            .styler(styler(columns, rows, colours))
            .data(rows, data)
            .asString();
    return MARGINS.matcher(table).replaceAll("") + "\n";
  }

  private static <T> ColumnData<T> columnData(FittedColumn<T> fitted, boolean withHeader) {
    TableColumn<T> column = fitted.column();
    HorizontalAlign side =
        column.side() == TableColumn.Side.RIGHT ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    // The library counts its padding, a blank on each side, as width of the column.
    int width = fitted.width() + ColumnFit.GAP;
    return new Column()
        .header(withHeader ? column.header() : null)
        .headerAlign(side)
        .dataAlign(side)
        .minWidth(width)
        .maxWidth(width, OverflowBehaviour.NEWLINE)
        .with(column::cell);
  }

  private static <T> Styler styler(List<FittedColumn<T>> columns, List<T> rows, Ansi colours) {
    return new Styler() {
      @Override
      public List<String> styleCell(Column column, int row, int index, List<String> lines) {
        return paint(columns.get(index).column().style().apply(rows.get(row)), lines);
      }

      @Override
      public List<String> styleHeader(Column column, int index, List<String> lines) {
        return paint(Style.bold, lines);
      }

      // Blanks stay plain: the margins are cut off by what they look like.
      private String painted(Style style, String line) {
        String text = line.strip();
        int start = line.indexOf(text);
        // Not style.off(): for bold that is 21, which underlines twice on many terminals.
        return line.substring(0, start)
            + style.on()
            + text
            + Style.reset.on()
            + line.substring(start + text.length());
      }

      private List<String> paint(@Nullable Style style, List<String> lines) {
        if (style == null || !colours.enabled()) {
          return lines;
        }
        return lines.stream().map(line -> painted(style, line)).toList();
      }
    };
  }
}
