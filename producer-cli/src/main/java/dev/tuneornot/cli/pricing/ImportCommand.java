package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Sources;
import dev.tuneornot.portfolio.catalogue.Stored;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.PriceMerge;
import dev.tuneornot.schemas.RecordType;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns public catalogues, feeds and an overlay into prices. */
@Command(
    name = "import",
    description = {
      "Import prices and dates from public catalogues, feeds of retirements and files of one's own.",
      "Standard output tells what differs from the stored prices, and what is odd; standard"
          + " error sums it up. Then what is new or changed is sent: another price as a new period,"
          + " so that history stays. What no source names is neither deleted nor changed.",
      "What the streams app will hold for review is told by the bounds tuneornot.review.* that are"
          + " given here as to the app."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not pricing import model_prices_and_context_window.json --dry-run",
      "  tune-or-not pricing import https://models.dev/api.json prices.json --overlay tuning.csv",
      "  tune-or-not pricing import prices.json --overlay tuning.csv --effective-from 2027-01-01",
      "  tune-or-not pricing import prices.json --offline --to prices.jsonl --output jsonl",
      "  tune-or-not pricing import https://models.dev/api.json --every 1h"
    })
public final class ImportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--effective-from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "From when on the prices are in force, also in the future; default: now. In the past it"
              + " rewrites prices that recommendations were made with, which needs --force.")
  private @Nullable Instant effectiveFrom;

  @Option(
      names = "--force",
      description =
          "Send all the same where prices of the past are rewritten, more than 30 %% of the stored"
              + " models that came from a source are gone from it, or its median price moved by"
              + " more than ten times.")
  private boolean force;

  @Option(
      names = "--all",
      description = "Also report models that are unchanged, and each key that was skipped.")
  private boolean all;

  @ArgGroup(exclusive = false, heading = "%nTo keep running:%n")
  private @Nullable RepeatOptions repeat;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    sources.check();
    target.check();
    checkRepeat();
    ConnectionSettings settings = connection.settings(surroundings.environment());
    ReviewSettings review = settings.review();
    Optional<Clients> clients =
        target.needsKafka() || target.sends()
            ? Optional.of(new Clients(settings))
            : Optional.empty();
    Refusals refusals = new Refusals(surroundings);
    Optional<PricesInKafka> kafka = clients.map(known -> new PricesInKafka(known, refusals));
    kafka.ifPresent(PricesInKafka::checkSettings);
    if (repeat != null && kafka.isPresent()) {
      return repeat.run(sources, kafka.get(), force, review, output, surroundings);
    }
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    List<Reading> readings = new SourceReader(sources, surroundings).readAll(refusals, now);
    Stored stored = stored(kafka, refusals);
    Sources stated = Sources.of(readings, stored.prices().keySet());
    Instant from = effectiveFrom == null ? now : effectiveFrom;
    Plan plan = Plan.of(stated, stored, new PriceMerge(from, stored.refreshAfter()), review, now);

    try (RowWriter<ReportRow> rows = output.open(surroundings, ReportRow.layout())) {
      Report.write(plan, readings, all, rows);
    }
    readings.forEach(reading -> Summary.of(reading).forEach(surroundings::say));
    Summary.of(stated, plan).forEach(surroundings::say);
    carryOut(plan, kafka, refusals);
    return refusals.exitCode();
  }

  private void checkRepeat() {
    if (repeat != null && (!target.sends() || !target.needsKafka() || effectiveFrom != null)) {
      throw new UsageFailure(
          "--every sends to Kafka as of now: it goes with none of --dry-run, --to, --against,"
              + " --offline and --effective-from");
    }
    if (repeat != null && sources.all().stream().anyMatch(SourceName::isStandardInput)) {
      throw new UsageFailure("Standard input (-) can be read once only, not with --every");
    }
  }

  private Stored stored(Optional<PricesInKafka> kafka, Refusals refusals) {
    Optional<InputFile> file = target.against();
    if (file.isPresent()) {
      InputFile prices = file.get();
      return Stored.of(
          ReferenceFiles.byKey(
              RecordType.MODEL_PRICING,
              prices,
              new InputOptions().formatOf(prices),
              surroundings,
              refusals),
          List.of());
    }
    return target.needsKafka() && kafka.isPresent() ? kafka.get().read() : Stored.none();
  }

  private void carryOut(Plan plan, Optional<PricesInKafka> kafka, Refusals refusals)
      throws IOException {
    boolean carriesOut = target.file().isPresent() || target.sends();
    if (!plan.reasons().isEmpty() && !force && carriesOut) {
      throw new OperationFailure(
          "nothing was sent: "
              + String.join("; ", plan.reasons())
              + ". --force sends it all the same");
    }
    plan.reasons()
        .forEach(
            reason -> surroundings.say((carriesOut ? "--force: " : "Needs --force: ") + reason));
    Delivery delivery = new Delivery(surroundings);
    if (target.file().isPresent()) {
      delivery.write(plan, target.file().get());
    } else if (target.sends() && kafka.isPresent()) {
      delivery.send(plan, kafka.get(), refusals);
    } else {
      surroundings.say("Nothing was sent (--dry-run)");
    }
  }
}
