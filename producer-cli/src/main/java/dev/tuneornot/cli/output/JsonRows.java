package dev.tuneornot.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A JSON object a line; as JSON the lines are an array, which diffs and greps just as well. */
final class JsonRows<T> implements RowWriter<T> {

  private static final JsonFactory JSON = new JsonFactory();

  private final Layout.JsonLayout<T> layout;
  private final JsonGenerator out;
  private final boolean array;
  private boolean first = true;

  JsonRows(Layout.JsonLayout<T> layout, OutputStream out, boolean array) throws IOException {
    this.layout = layout;
    this.array = array;
    this.out = JSON.createGenerator(out);
    this.out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // Line ends are written here, behind each row, so that whoever follows sees whole lines.
    this.out.setRootValueSeparator(new SerializedString(""));
    raw(array ? "[" : null);
  }

  @Override
  public void write(T row) throws IOException {
    if (array) {
      raw(first ? "\n" : ",\n");
    }
    layout.write(row, out);
    raw(array ? null : "\n");
    first = false;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (array) {
      raw(first ? "]\n" : "\n]\n");
    }
    out.close();
  }

  private void raw(@Nullable String text) throws IOException {
    if (text != null) {
      out.writeRaw(text);
    }
  }
}
