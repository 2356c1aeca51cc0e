package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.fetch.Download;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.portfolio.usage.UsageSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an address for its pages, one after the other. */
final class Pages {

  /** Takes a page. */
  @FunctionalInterface
  interface Reader {

    /** Returns what the page says beside its rows. */
    Map<String, Object> read(InputFile name, InputStream in) throws IOException;
  }

  private final UsageSource source;
  private final Download download;
  private final Map<String, String> headers;

  Pages(UsageSource source, Map<String, String> headers) {
    this(source, headers.isEmpty() ? Download.create() : Download.withCredentials(), headers);
  }

  Pages(UsageSource source, Download download, Map<String, String> headers) {
    this.source = source;
    this.download = download;
    this.headers = headers;
  }

  /** Reads all of them. */
  void readAll(String address, Reader reader) throws IOException {
    URI next = Location.uri(address);
    checkSafe(next);
    String name = next.getScheme() + "://" + next.getRawAuthority() + next.getRawPath();
    Set<UsageSource.Parameter> asked = new HashSet<>();
    for (int number = 1; next != null; number++) {
      Download.Answer answer = download.get(next, Download.Answer.NONE, headers);
      byte[] bytes = answer.bytes();
      Map<String, Object> page =
          reader.read(
              new InputFile(number == 1 ? name : name + " (page " + number + ")"),
              new ByteArrayInputStream(bytes == null ? new byte[0] : bytes));
      Optional<UsageSource.Parameter> parameter = source.nextPage(page);
      if (parameter.isPresent() && !asked.add(parameter.get())) {
        throw new IOException("page " + number + " names one that came before as the next");
      }
      next = parameter.isEmpty() ? null : with(next, parameter.get());
    }
  }

  /** Credentials go over TLS, or stay on this machine. */
  private void checkSafe(URI address) {
    if (headers.isEmpty() || "https".equalsIgnoreCase(address.getScheme())) {
      return;
    }
    try {
      if (InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException unknown) {
      // Not this machine.
    }
    throw new UsageFailure("Credentials are sent by https only, not to " + address.getHost());
  }

  /** The address with a parameter, in place of one of that name. */
  static URI with(URI address, UsageSource.Parameter parameter) {
    String value = URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    String pair = parameter.name() + "=" + value;
    String text = address.toString();
    Matcher present =
        Pattern.compile("([?&])" + Pattern.quote(parameter.name()) + "=[^&#]*").matcher(text);
    if (present.find()) {
      return URI.create(present.replaceFirst(Matcher.quoteReplacement(present.group(1) + pair)));
    }
    return URI.create(text + (address.getRawQuery() == null ? "?" : "&") + pair);
  }
}
