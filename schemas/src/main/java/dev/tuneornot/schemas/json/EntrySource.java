package dev.tuneornot.schemas.json;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries one after the other, whatever the layout of the file. */
interface EntrySource<T> extends Closeable {

  /** The next entry; null at the end. */
  @Nullable Entry<T> next() throws IOException;
}
