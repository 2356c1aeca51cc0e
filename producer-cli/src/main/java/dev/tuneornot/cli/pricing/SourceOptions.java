package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.portfolio.formats.PriceFormat;
import dev.tuneornot.portfolio.formats.ReadOptions;
import dev.tuneornot.portfolio.formats.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the prices are read. */
final class SourceOptions {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|URL",
      converter = SourceName.Converter.class,
      description = {
        "Price catalogues, feeds of retirements, and files of one's own; - is standard input. Each"
            + " format is known by what is in a file (docs/importing.md).",
        "Of several the more trusted one wins, of equally trusted ones that which is named first."
      })
  private List<SourceName> names = new ArrayList<>();

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = {
        "CSV with what no catalogue knows: prices of tuning, hosting and storage, closing and"
            + " retirement dates. It wins over everything else; may be repeated.",
        "Columns: modelId and any of those of prices as CSV but effectiveFrom; an empty cell says"
            + " nothing."
      })
  private List<InputFile> overlays = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format that each FILE or URL must have: ${COMPLETION-CANDIDATES}. Default: as it"
              + " looks.")
  private @Nullable PriceFormat format;

  @Option(
      names = "--observed-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When the sources were read; default: now.")
  private @Nullable Instant observedAt;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "What a single source is called in each record; default: by its format.")
  private @Nullable String source;

  @Option(
      names = "--confidence",
      paramLabel = "[FORMAT=]CONFIDENCE",
      description = {
        "How far sources are trusted, all or those of a format: OFFICIAL, MIRROR, THIRD_PARTY or"
            + " ESTIMATE; may be repeated. Default: OFFICIAL for openrouter, which is the seller's"
            + " own list, and THIRD_PARTY for the others; files of one's own say it themselves."
      })
  private List<String> confidences = new ArrayList<>();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Whose models a portkey file lists; default: by its name, as openai.json does.")
  private @Nullable String provider;

  @Option(
      names = "--regions",
      description = "Also take the prices of regions (us., eu-central-1/, ...), as models.")
  private boolean regions;

  /**
   * Refuses what cannot be combined.
   *
   * @throws UsageFailure if there is nothing to read, or standard input would be read twice
   */
  void check() {
    if (names.isEmpty() && overlays.isEmpty()) {
      throw new UsageFailure(
          "There is nothing to import: give a FILE or URL, or --overlay FILE, or both");
    }
    if (all().stream().filter(SourceName::isStandardInput).count() > 1) {
      throw new UsageFailure("Standard input (-) can be read once only");
    }
    if (source != null && names.size() > 1) {
      throw new UsageFailure("--source names one source, and there are " + names.size());
    }
    confidences.forEach(SourceOptions::check);
  }

  private static void check(String confidence) {
    int equals = confidence.indexOf('=');
    confidence(confidence.substring(equals + 1));
    String word = equals < 0 ? null : confidence.substring(0, equals);
    if (word != null && List.of(PriceFormat.values()).stream().noneMatch(it -> is(it, word))) {
      throw new UsageFailure("--confidence " + confidence + ": there is no format " + word);
    }
  }

  private static boolean is(PriceFormat format, String word) {
    return format.toString().equalsIgnoreCase(word);
  }

  private static Confidence confidence(String word) {
    try {
      return Confidence.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw new UsageFailure(
          "--confidence " + word + " must be OFFICIAL, MIRROR, THIRD_PARTY or ESTIMATE");
    }
  }

  /** All sources; overlays last. */
  List<SourceName> all() {
    List<SourceName> all = new ArrayList<>(names);
    overlays.forEach(overlay -> all.add(new SourceName(overlay.name())));
    return all;
  }

  /**
   * Reads what came from a source.
   *
   * @throws IOException if it is not what it should be; the message says what it looks like
   */
  Reading read(SourceName name, byte[] bytes, Instant now) throws IOException {
    boolean overlay = overlays.contains(name.asFile()) && !names.contains(name);
    PriceFormat named = overlay ? PriceFormat.OVERLAY : format;
    Reading reading =
        PriceFormat.read(
            name.name(), bytes, named, options(overlay ? null : source, defaultConfidence(), now));
    Confidence own = confidenceOf(reading.format());
    return own == null
        ? reading
        : PriceFormat.read(name.name(), bytes, named, options(source, own, now));
  }

  private ReadOptions options(
      @Nullable String called, @Nullable Confidence confidence, Instant now) {
    return new ReadOptions(
        now, observedAt == null ? now : observedAt, called, confidence, provider, regions);
  }

  private @Nullable Confidence defaultConfidence() {
    Confidence last = null;
    for (String confidence : confidences) {
      last = confidence.contains("=") ? last : confidence(confidence);
    }
    return last;
  }

  private @Nullable Confidence confidenceOf(PriceFormat wanted) {
    Confidence last = null;
    for (String confidence : confidences) {
      int equals = confidence.indexOf('=');
      if (equals >= 0 && is(wanted, confidence.substring(0, equals))) {
        last = confidence(confidence.substring(equals + 1));
      }
    }
    return last;
  }
}
