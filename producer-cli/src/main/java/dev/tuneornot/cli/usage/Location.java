package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.input.InputFile;
import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an export is: a file, standard input, or an address with {@code {from}} and {@code {to}}.
 */
record Location(String text) {

  static final String FROM = "{from}";
  static final String TO = "{to}";

  boolean isAddress() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /**
   * An address as a URI. Providers write brackets in parameters, which have to be encoded.
   *
   * @throws IllegalArgumentException if it is none
   */
  static URI uri(String address) {
    int query = address.indexOf('?');
    return URI.create(
        query < 0
            ? address
            : address.substring(0, query)
                + address.substring(query).replace("[", "%5B").replace("]", "%5D"));
  }

  /** The file that it is, or as which messages call it. */
  InputFile asFile() {
    return new InputFile(text);
  }

  boolean isStandardInput() {
    return asFile().isStandardInput();
  }

  /** A file that is not there, or an address that is none, is a wrong argument. */
  static final class Converter implements ITypeConverter<Location> {

    @Override
    public Location convert(String text) {
      Location location = new Location(text);
      if (!location.isAddress()) {
        new InputFile.Converter().convert(text);
        return location;
      }
      try {
        URI address = uri(text.replace(FROM, "0").replace(TO, "0"));
        if (address.getHost() == null || address.getRawUserInfo() != null) {
          throw new TypeConversionException(
              "'" + text + "' must name a host, and no user: credentials are settings");
        }
      } catch (IllegalArgumentException none) {
        throw new TypeConversionException("'" + text + "' is no address: " + none.getMessage());
      }
      return location;
    }
  }
}
