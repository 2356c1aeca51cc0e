package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.portfolio.catalogue.Catalogue;
import dev.tuneornot.portfolio.catalogue.Held;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Sources;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceMerge;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a public catalogue and an overlay into prices. */
@Command(
    name = "import",
    description = {
      "Import prices from LiteLLM's catalogue and an overlay of one's own.",
      "Standard output tells what differs from the prices that are held, and what is odd; standard"
          + " error sums it up. Then what is new or changed is sent: another price as a new period,"
          + " so that history stays. What no source names is neither deleted nor changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not pricing import model_prices_and_context_window.json --dry-run",
      "  tune-or-not pricing import prices.json --overlay tuning.csv --effective-from 2027-01-01",
      "  tune-or-not pricing import prices.json --offline --to prices.jsonl --output jsonl"
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
          "From when on the prices are in force, also in the future; default: now. Earlier"
              + " recommendations stay reproducible only if it is not in the past.")
  private @Nullable Instant effectiveFrom;

  @Option(
      names = "--all",
      description = "Also report models that are unchanged, and each key that was skipped.")
  private boolean all;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    sources.check();
    target.check();
    Optional<Clients> clients =
        target.needsKafka() || target.sends()
            ? Optional.of(new Clients(connection.settings(surroundings.environment())))
            : Optional.empty();
    clients.ifPresent(ImportCommand::checkSettings);
    Refusals refusals = new Refusals(surroundings);
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Catalogue> catalogue = sources.readCatalogue(surroundings, refusals, now);
    Map<String, ModelFacts> overlay = sources.readOverlay(surroundings, refusals);
    Sources stated = Sources.of(catalogue, overlay);
    Held held = held(clients, refusals);
    Instant from = effectiveFrom == null ? now : effectiveFrom;
    Plan plan = Plan.of(stated, held.prices(), new PriceMerge(from, held.refreshAfter()));

    try (RowWriter<ReportRow> rows = output.open(surroundings, ReportRow.layout())) {
      Report.write(plan, catalogue, all, rows);
    }
    catalogue.map(Summary::of).orElse(List.of()).forEach(surroundings::say);
    Summary.of(stated, plan).forEach(surroundings::say);
    carryOut(plan, clients, refusals);
    return refusals.exitCode();
  }

  private Held held(Optional<Clients> clients, Refusals refusals) {
    Optional<InputFile> file = target.against();
    if (file.isPresent()) {
      InputFile prices = file.get();
      return Held.of(
          ReferenceFiles.byKey(
              RecordType.MODEL_PRICING,
              prices,
              new InputOptions().formatOf(prices),
              surroundings,
              refusals),
          List.of());
    }
    return clients.map(known -> heldByTopics(known, refusals)).orElseGet(Held::none);
  }

  /** What is missing is told before a large file is read. */
  private static void checkSettings(Clients clients) {
    clients.settings().bootstrapServers();
    clients.settings().registryUrl();
  }

  private static Held heldByTopics(Clients clients, Refusals refusals) {
    String prefix = clients.settings().topicPrefix();
    return Held.of(
        ValidRecords.of(
            RecordType.MODEL_PRICING, TopicSpec.PRICING.name(prefix), clients, refusals),
        ValidRecords.of(RecordType.POLICY, TopicSpec.POLICIES.name(prefix), clients, refusals)
            .values());
  }

  private void carryOut(Plan plan, Optional<Clients> clients, Refusals refusals)
      throws IOException {
    Delivery delivery = new Delivery(surroundings);
    if (target.file().isPresent()) {
      delivery.write(plan, target.file().get());
    } else if (target.sends() && clients.isPresent()) {
      delivery.send(plan, clients.get(), refusals);
    } else {
      surroundings.say("Nothing was sent (--dry-run)");
    }
  }
}
