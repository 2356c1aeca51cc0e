package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.portfolio.catalogue.Catalogue;
import dev.tuneornot.portfolio.catalogue.OverlayFile;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the prices are read. */
final class SourceOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "CATALOGUE",
      converter = InputFile.Converter.class,
      description =
          "LiteLLM's model_prices_and_context_window.json; - is standard input. May be left out"
              + " where there is an overlay.")
  private @Nullable InputFile catalogue;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = {
        "CSV with what no catalogue knows: prices of tuning, hosting and storage, closing and"
            + " retirement dates. It wins over the catalogue.",
        "Columns: modelId and any of those of prices as CSV but effectiveFrom; an empty cell says"
            + " nothing."
      })
  private @Nullable InputFile overlay;

  @Option(
      names = "--observed-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When the catalogue was read; default: now.")
  private @Nullable Instant observedAt;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      defaultValue = "LiteLLM price catalogue",
      description = "What the catalogue is called in each record (default: ${DEFAULT-VALUE}).")
  private String source = "";

  @Option(
      names = "--confidence",
      paramLabel = "CONFIDENCE",
      defaultValue = "THIRD_PARTY",
      description =
          "How far the catalogue is trusted: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Confidence confidence = Confidence.THIRD_PARTY;

  /**
   * Refuses what cannot be combined.
   *
   * @throws UsageFailure if there is nothing to read, or standard input would be read twice
   */
  void check() {
    if (catalogue == null && overlay == null) {
      throw new UsageFailure(
          "There is nothing to import: give CATALOGUE or --overlay FILE or both");
    }
    if (catalogue != null
        && catalogue.isStandardInput()
        && overlay != null
        && overlay.isStandardInput()) {
      throw new UsageFailure("Standard input (-) can be read once only");
    }
  }

  /** The catalogue, if there is one; the keys that are wrong are reported. */
  Optional<Catalogue> readCatalogue(Surroundings surroundings, Refusals refusals, Instant now) {
    if (catalogue == null) {
      return Optional.empty();
    }
    InputFile file = catalogue;
    Provenance provenance =
        new Provenance(source, observedAt == null ? now : observedAt, confidence);
    try (InputStream in = file.open(surroundings.in())) {
      Catalogue read = Catalogue.read(in, provenance);
      for (Catalogue.Skipped skipped : read.skipped()) {
        if (!skipped.violations().isEmpty()) {
          refusals.report(
              file,
              new Entry.Refused<>(
                  skipped.line(), Violation.displayed(skipped.key()), skipped.violations()));
        }
      }
      return Optional.of(read);
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  /** What the overlay says by model; rows that are wrong are reported. */
  Map<String, ModelFacts> readOverlay(Surroundings surroundings, Refusals refusals) {
    if (overlay == null) {
      return Map.of();
    }
    InputFile file = overlay;
    try (InputStream in = file.open(surroundings.in())) {
      return OverlayFile.read(in, refused -> refusals.report(file, refused));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static OperationFailure unreadable(InputFile file, IOException failure) {
    String reason =
        failure instanceof CharacterCodingException ? "it is not UTF-8" : failure.getMessage();
    return new OperationFailure(file.displayName() + " cannot be read: " + reason, failure);
  }
}
