package dev.tuneornot.cli.output;

import java.util.Locale;

/** The values of {@code --output}. */
public enum OutputFormat {
  TABLE,
  JSON,
  JSONL,
  CSV;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
