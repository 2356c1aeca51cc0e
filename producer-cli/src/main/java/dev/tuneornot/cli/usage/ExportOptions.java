package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.portfolio.usage.RequestsFile;
import dev.tuneornot.portfolio.usage.UsageSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read, and of what time. */
final class ExportOptions {

  private static final int MOST_DAYS = 400;

  /** The names of the sources, for help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return UsageSource.all().stream().map(UsageSource::name).iterator();
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      converter = Location.Converter.class,
      description = {
        "Exports of one source, plain or gzip; CSV, JSON or JSON Lines is found out from what is in"
            + " them. No row may be in two of them. - is standard input.",
        "Of an address all pages are read, one after the other; {from} and {to} in it are the"
            + " window as the source wants it. Headers, such as credentials, are settings:"
            + " tuneornot.http.header.NAME, whose value has to refer to a config provider."
      })
  private List<Location> exports = new ArrayList<>();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "SOURCE",
      completionCandidates = Names.class,
      description = "What exported them: ${COMPLETION-CANDIDATES}.")
  private String from = "";

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description =
          "CSV with the columns proposalId and requests (answered in the window), for a source that"
              + " does not count them.")
  private @Nullable InputFile requests;

  @Option(
      names = "--from-date",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "Where the window begins; default: with the first row. Single calls are widened to whole"
              + " days in UTC.")
  private @Nullable Instant fromDate;

  @Option(
      names = "--to-date",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Where the window ends (a day: where that begins); default: with the last row.")
  private @Nullable Instant toDate;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "The window is the last N whole days in UTC, 1..400, in place of both.")
  private @Nullable Integer days;

  /**
   * The source.
   *
   * @throws UsageFailure if there is no such, or it does not count requests and nobody does
   */
  UsageSource source() {
    UsageSource source =
        UsageSource.all().stream()
            .filter(each -> each.name().equalsIgnoreCase(from))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageFailure(
                        "--from %s is none of %s"
                            .formatted(
                                from,
                                UsageSource.all().stream()
                                    .map(UsageSource::name)
                                    .collect(Collectors.joining(", ")))));
    if (!source.countsRequests() && requests == null) {
      throw new UsageFailure(
          source.name()
              + " does not count requests: give --requests FILE with the columns proposalId and"
              + " requests");
    }
    return source;
  }

  /**
   * Refuses what cannot be combined.
   *
   * @throws UsageFailure if the window is none, or an address asks for one that is not known
   */
  void check() {
    if (days != null && (fromDate != null || toDate != null)) {
      throw new UsageFailure("--days says both ends of the window: give no other");
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new UsageFailure("--days must be 1..400, and is " + days);
    }
    if (fromDate != null && toDate != null && !fromDate.isBefore(toDate)) {
      throw new UsageFailure("--to-date must be after --from-date");
    }
    for (Location export : exports) {
      boolean unknown =
          days == null
              && ((export.text().contains(Location.FROM) && fromDate == null)
                  || (export.text().contains(Location.TO) && toDate == null));
      if (export.isAddress() && unknown) {
        throw new UsageFailure(
            "{from} and {to} in an address want --days, or --from-date and --to-date");
      }
    }
  }

  /** Where the time that is measured begins; null: with the first row. */
  @Nullable Instant from(Instant now) {
    return days == null ? fromDate : now.truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS);
  }

  /** Where it ends; null: with the last row. */
  @Nullable Instant to(Instant now) {
    return days == null ? toDate : now.truncatedTo(ChronoUnit.DAYS);
  }

  /** An address with the window in it. */
  String filled(Location export, UsageSource source, Instant now) {
    return filled(
        filled(export.text(), Location.FROM, from(now), source), Location.TO, to(now), source);
  }

  private static String filled(
      String text, String name, @Nullable Instant instant, UsageSource source) {
    return instant == null
        ? text
        : text.replace(name, URLEncoder.encode(source.parameter(instant), StandardCharsets.UTF_8));
  }

  /** Requests by proposal; rows that are wrong are reported. */
  Map<String, Long> requests(Surroundings surroundings, Refusals refusals) {
    if (requests == null) {
      return Map.of();
    }
    InputFile file = requests;
    try (InputStream in = file.open(surroundings.in())) {
      return RequestsFile.read(in, MappingOptions.refusing(file, refusals));
    } catch (IOException unreadable) {
      throw MappingOptions.unreadable(file, unreadable);
    }
  }

  boolean hasRequests() {
    return requests != null;
  }

  List<Location> exports() {
    return exports;
  }

  Stream<InputFile> files() {
    return Stream.concat(
        exports.stream().filter(each -> !each.isAddress()).map(Location::asFile),
        Stream.ofNullable(requests));
  }
}
