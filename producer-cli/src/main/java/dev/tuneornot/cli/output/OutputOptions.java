package dev.tuneornot.cli.output;

import dev.tuneornot.cli.console.Surroundings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the data on standard output looks. */
public final class OutputOptions {

  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "Format of the output: ${COMPLETION-CANDIDATES}.")
  private @Nullable OutputFormat format;

  private OutputFormat formatOr(OutputFormat usual) {
    return format == null ? usual : format;
  }

  /** Whether it is for a person, where nothing else is the usual format. */
  public boolean isTable() {
    return formatOr(OutputFormat.TABLE) == OutputFormat.TABLE;
  }

  /** Rows of this layout on standard output, in the format asked for or else as a table. */
  public <T> RowWriter<T> open(Surroundings surroundings, Layout<T> layout) throws IOException {
    return open(surroundings, layout, OutputFormat.TABLE);
  }

  /** Rows of this layout on standard output, in the format asked for or else this one. */
  public <T> RowWriter<T> open(Surroundings surroundings, Layout<T> layout, OutputFormat usual)
      throws IOException {
    OutputStream out = new BufferedOutputStream(surroundings.out(), BUFFER);
    return switch (formatOr(usual)) {
      case TABLE ->
          new TableRows<>(
              layout.table(), surroundings.terminal().columns(), surroundings.outColours(), out);
      case JSON -> new JsonRows<>(layout.json(), out, true);
      case JSONL -> new JsonRows<>(layout.json(), out, false);
      case CSV -> new CsvRows<>(layout.csv(), out);
    };
  }

  /** JSON Lines into a file of their own. */
  public static <T> RowWriter<T> lines(Layout<T> layout, OutputStream out) throws IOException {
    return new JsonRows<>(layout.json(), out, false);
  }
}
