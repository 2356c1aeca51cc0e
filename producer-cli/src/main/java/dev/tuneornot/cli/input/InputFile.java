package dev.tuneornot.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file named on the command line; {@code -} is standard input. */
public record InputFile(String name) {

  private static final String STANDARD_INPUT = "-";

  public boolean isStandardInput() {
    return name.equals(STANDARD_INPUT);
  }

  /** As it is called in messages. */
  public String displayName() {
    return isStandardInput() ? "(standard input)" : name;
  }

  /** Bytes, where that is known beforehand. */
  OptionalLong size() throws IOException {
    return !isStandardInput() && Files.isRegularFile(Path.of(name))
        ? OptionalLong.of(Files.size(Path.of(name)))
        : OptionalLong.empty();
  }

  /** The caller closes it. */
  public InputStream open(InputStream standardInput) throws IOException {
    return isStandardInput() ? standardInput : Files.newInputStream(Path.of(name));
  }

  /** A file that is not there is a wrong argument, and told before anything is done. */
  public static final class Converter implements ITypeConverter<InputFile> {

    @Override
    public InputFile convert(String name) {
      InputFile file = new InputFile(name);
      if (!file.isStandardInput() && !isReadable(name)) {
        throw new TypeConversionException("'" + name + "' is not a file that can be read");
      }
      return file;
    }

    private static boolean isReadable(String name) {
      try {
        Path path = Path.of(name);
        return Files.isReadable(path) && !Files.isDirectory(path);
      } catch (InvalidPathException invalid) {
        return false;
      }
    }
  }
}
