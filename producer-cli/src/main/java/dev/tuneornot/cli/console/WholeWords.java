package dev.tuneornot.cli.console;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Help whose lines break at spaces only. Picocli breaks wherever Unicode allows it, as within
 * {@code 2026-11-22T00:00:00Z} and behind the dashes of an option.
 */
public final class WholeWords extends Help {

  private static final int BETWEEN_COLUMNS = 2;

  public WholeWords(CommandSpec command, ColorScheme colours) {
    super(command, colours);
  }

  /** A table whose cells break at spaces. */
  public static TextTable table(ColorScheme colours, Column... columns) {
    return new Table(colours, columns);
  }

  @Override
  public Layout createDefaultLayout(
      List<OptionSpec> options, List<PositionalParamSpec> parameters, ColorScheme colours) {
    Layout usual = super.createDefaultLayout(options, parameters, colours);
    return new Layout(
        colours,
        table(colours, usual.textTable().columns()),
        usual.optionRenderer(),
        usual.parameterRenderer());
  }

  @Override
  public String description(Object... parameters) {
    return paragraphs(commandSpec().usageMessage().description(), parameters);
  }

  @Override
  public String footer(Object... parameters) {
    return paragraphs(commandSpec().usageMessage().footer(), parameters);
  }

  @Override
  public String exitCodeList() {
    return pairs(commandSpec().usageMessage().exitCodeList());
  }

  /** Behind the name of the command, and further lines below that place. */
  @Override
  protected String insertSynopsisCommandName(int headingLength, Text optionsAndArguments) {
    Text name = colorScheme().commandText(commandSpec().qualifiedName());
    int behindName = headingLength + name.plainString().length();
    TextTable table =
        table(
            colorScheme(),
            new Column(behindName - headingLength, 0, Overflow.TRUNCATE),
            new Column(width() - behindName, 0, Overflow.WRAP));
    table.indentWrappedLines = 1;
    table.addRowValues(name, optionsAndArguments);
    // The first line stands behind the heading, the others begin with the line.
    return table.toString().replace("\n", "\n" + " ".repeat(headingLength)).stripTrailing() + "\n";
  }

  private String paragraphs(String[] paragraphs, Object... parameters) {
    TextTable table = table(colorScheme(), new Column(width(), 0, Overflow.WRAP));
    for (String paragraph : paragraphs) {
      table.addRowValues(colorScheme().text(String.format(paragraph, parameters)));
    }
    return table.toString();
  }

  private String pairs(Map<String, String> pairs) {
    int widest = pairs.keySet().stream().mapToInt(String::length).max().orElse(0);
    int left = widest + 2 * BETWEEN_COLUMNS;
    TextTable table =
        table(
            colorScheme(),
            new Column(left, BETWEEN_COLUMNS, Overflow.SPAN),
            new Column(width() - left, 0, Overflow.WRAP));
    pairs.forEach(
        (key, text) -> table.addRowValues(colorScheme().text(key), colorScheme().text(text)));
    return table.toString();
  }

  private int width() {
    return commandSpec().usageMessage().width();
  }

  private static final class Table extends TextTable {

    private final ColorScheme colours;

    private Table(ColorScheme colours, Column... columns) {
      super(colours, columns);
      this.colours = colours;
    }

    @Override
    public Cell putValue(int row, int col, Text value) {
      Column column = columns()[col];
      if (column.overflow != Overflow.WRAP) {
        return super.putValue(row, col, value);
      }
      int room = column.width - column.indent;
      int end = lineEnd(value.plainString(), room);
      Cell cell = super.putValue(row, col, value.substring(0, end));
      Text rest = behindSpaces(value, end);
      Text indent = colours.text(" ".repeat(indentWrappedLines));
      for (int next = row + 1; !rest.plainString().isEmpty(); next++) {
        if (next == rowCount()) {
          addEmptyRow();
        }
        end = lineEnd(rest.plainString(), room - indentWrappedLines);
        cell = super.putValue(next, col, indent.concat(rest.substring(0, end)));
        rest = behindSpaces(rest, end);
      }
      return cell;
    }

    /** Where the line ends: at the last space in the room, or in a word that is too long for it. */
    private static int lineEnd(String text, int room) {
      if (text.length() <= room) {
        return text.length();
      }
      int space = text.lastIndexOf(' ', room);
      return space <= 0 || text.substring(0, space).isBlank() ? room : space;
    }

    private static Text behindSpaces(Text text, int from) {
      String plain = text.plainString();
      int begin = from;
      while (begin < plain.length() && plain.charAt(begin) == ' ') {
        begin++;
      }
      return text.substring(begin);
    }
  }
}
