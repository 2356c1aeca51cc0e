package dev.tuneornot.cli.output;

import dev.tuneornot.cli.console.WholeWords;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Sentences under headings, wrapped to a width. */
public final class Prose {

  private static final int INDENT = 2;
  private static final int WIDEST = 100;

  /** Paragraphs under a heading. */
  public record Section(String heading, List<String> paragraphs) {}

  private Prose() {}

  /** The sections one after the other, a blank line between two. */
  public static String render(List<Section> sections, int columns, Ansi colours) {
    int width = Math.min(columns, WIDEST);
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(colours.string("@|bold " + section.heading() + "|@")).append('\n');
      TextTable table =
          WholeWords.table(
              Help.defaultColorScheme(colours),
              new Column(INDENT, 0, Overflow.TRUNCATE),
              new Column(width - INDENT, 0, Overflow.WRAP));
      table.indentWrappedLines = INDENT;
      section.paragraphs().forEach(line -> table.addRowValues("", Printable.of(line)));
      text.append(table);
    }
    return text.toString();
  }
}
