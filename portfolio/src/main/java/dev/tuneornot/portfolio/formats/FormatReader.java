package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.prices.Provenance;
import java.io.IOException;

/** Reads the files of one format. */
interface FormatReader {

  /** Whether a file looks like one of this format. */
  boolean matches(Content content);

  /**
   * Reads a file that looks like it.
   *
   * @param provenance of its prices; each may name its key besides
   * @throws IOException if it cannot be read as a whole; the message says why
   */
  void read(Content content, ReadOptions options, Provenance provenance, ReadingBuilder out)
      throws IOException;
}
