package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.input.InputFile;
import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or an address of prices; {@code -} is standard input. */
record SourceName(String name) {

  boolean isAddress() {
    return isAddress(name);
  }

  private static boolean isAddress(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  boolean isStandardInput() {
    return asFile().isStandardInput();
  }

  InputFile asFile() {
    return new InputFile(name);
  }

  URI address() {
    return URI.create(name);
  }

  /** As it is called in messages; what an address may hold of a password is left out. */
  String displayName() {
    return isAddress() ? name.replaceFirst("//[^/@]*@", "//") : asFile().displayName();
  }

  /** A file that is not there is a wrong argument, and told before anything is done. */
  static final class Converter implements ITypeConverter<SourceName> {

    @Override
    public SourceName convert(String name) {
      if (!isAddress(name)) {
        new InputFile.Converter().convert(name);
        return new SourceName(name);
      }
      try {
        URI address = URI.create(name);
        if (address.getHost() == null) {
          throw new TypeConversionException("'" + name + "' is no address: it names no host");
        }
      } catch (IllegalArgumentException none) {
        throw new TypeConversionException("'" + name + "' is no address: " + none.getMessage());
      }
      return new SourceName(name);
    }
  }
}
