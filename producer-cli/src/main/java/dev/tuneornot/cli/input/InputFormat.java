package dev.tuneornot.cli.input;

import java.util.Locale;
import java.util.Optional;

/** The values of {@code --format}. */
public enum InputFormat {
  CSV,
  JSON,
  JSONL;

  /** The format that a file's extension tells. */
  static Optional<InputFormat> ofExtension(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "csv" -> Optional.of(CSV);
      case "json" -> Optional.of(JSON);
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      default -> Optional.empty();
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
