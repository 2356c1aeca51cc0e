package dev.tuneornot.cli.input;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format the input is. */
public final class InputOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "Format of the input: ${COMPLETION-CANDIDATES}.",
        "Default: by the file's extension, jsonl where that says nothing."
      })
  private @Nullable InputFormat format;

  /** The format of the file that a command is about: as asked for, or by its extension. */
  public InputFormat formatOf(InputFile file) {
    return Optional.ofNullable(format).or(() -> ofExtension(file)).orElse(InputFormat.JSONL);
  }

  /**
   * The format of a file beside the one that a command is about. Its own extension comes first, so
   * that {@code --format} may be given for the other one.
   */
  public InputFormat formatOfSecondary(InputFile file) {
    return ofExtension(file).orElse(Objects.requireNonNullElse(format, InputFormat.JSONL));
  }

  private static Optional<InputFormat> ofExtension(InputFile file) {
    return file.isStandardInput() ? Optional.empty() : InputFormat.ofExtension(file.name());
  }
}
