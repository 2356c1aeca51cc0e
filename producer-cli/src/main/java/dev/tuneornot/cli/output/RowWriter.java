package dev.tuneornot.cli.output;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows in the order in which they come. Closing ends the document, not the stream. */
public interface RowWriter<T> extends Closeable {

  void write(T row) throws IOException;

  /** Shows what has been written so far. */
  void flush() throws IOException;
}
