package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.fetch.Rounds;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.model.Usage;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.usage.UsageEffect;
import dev.tuneornot.portfolio.usage.UsageMeasurement;
import dev.tuneornot.portfolio.usage.UsageSource;
import dev.tuneornot.portfolio.usage.UsageSums;
import dev.tuneornot.portfolio.usage.UsageWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns exports of gateways and providers into usage. */
@Command(
    name = "import",
    description = {
      "Import measured usage from what gateways and providers export.",
      "Sums the rows of a window by proposal: of a LIVE one what its tuned model answered, of a"
          + " PROPOSED one what its baseline did. Standard output tells stated against measured, the"
          + " models seen, what no rule maps, and which verdicts would change; standard error sums it"
          + " up. Then the usage is sent, one record a proposal."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not usage import --from litellm-spend spend.jsonl.gz --map"
          + " 'request_tags=app:(.*):$1' --dry-run",
      "  tune-or-not usage import --from litellm-spend --every 1d --days 7 --map-file teams.csv"
          + " --command-config usage.properties 'https://gateway/spend/logs/v2?start_date={from}'",
      "  tune-or-not usage import --from anthropic usage.json --requests requests.csv --map"
          + " workspace_id=wrkspc_01:cs-faq-bot --proposals p.csv --to usage.jsonl"
    })
public final class ImportUsageCommand implements Callable<Integer> {

  private static final double TOO_WIDE = 2;

  private final Surroundings surroundings;

  @Mixin private ExportOptions exports = new ExportOptions();
  @Mixin private MappingOptions mapping = new MappingOptions();
  @Mixin private RepeatOptions repeat = new RepeatOptions();

  @ArgGroup(exclusive = false)
  private @Nullable PortfolioFiles files;

  @Option(names = "--dry-run", description = "Report and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = {
        "Write the usage as JSON Lines, for evaluate or usage send; send nothing.",
        "An existing file is replaced."
      })
  private @Nullable Path to;

  @Option(
      names = "--max-flips",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Show so many of the verdicts that would change (default: ${DEFAULT-VALUE}).")
  private int maxFlips;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ImportUsageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    exports.source();
    check();
    // Looked up once, so that what is wrong with them is told before anything is done.
    ConnectionSettings settings = connection.settings(surroundings.environment());
    Clients clients = files == null ? clients(settings) : null;
    Optional<Duration> every = repeat.every();
    if (every.isPresent()) {
      return new Rounds(every.get(), surroundings).run(() -> importOnce(clients, settings, true));
    }
    return importOnce(clients, settings, false);
  }

  private int importOnce(@Nullable Clients clients, ConnectionSettings settings, boolean again)
      throws IOException {
    Refusals refusals = new Refusals(surroundings);
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    UsageSource source = exports.source();
    UsageSums sums =
        new UsageSums(
            mapping.read(source, surroundings, refusals),
            new UsageWindow(exports.from(now), exports.to(now)));
    Map<String, Long> requests = exports.requests(surroundings, refusals);
    read(source, sums, settings, refusals, now);

    Context context =
        clients == null
            ? new ContextInFiles(Objects.requireNonNull(files), surroundings, refusals)
            : new LiveContext(clients, refusals);
    UsageMeasurement measurement =
        UsageMeasurement.of(
            sums, context.proposals(sums.proposalIds()), requests, sourceText(source));
    ReferenceData reference = context.reference();
    UsageEffect effect = UsageEffect.of(measurement, reference, now, maxFlips);
    Report report = new Report(source, sums, measurement, effect, context.hasPrices());
    report.write(surroundings, output);
    report.summary().forEach(surroundings::say);
    measurement.unmeasured().stream()
        .filter(UsageMeasurement.Unmeasured::isRefused)
        .forEach(each -> refusals.report(each.proposalId() + ": " + each.reason()));
    List<Usage> usage =
        measurement.measured().stream()
            .map(UsageMeasurement.Measured::usage)
            // What is there already is sent to whoever asks for it, but not every hour.
            .filter(
                each ->
                    !again
                        || to != null
                        || !each.equals(reference.usage().get(each.getProposalId())))
            .toList();
    deliver(usage, clients, refusals);
    return refusals.exitCode();
  }

  private void read(
      UsageSource source,
      UsageSums sums,
      ConnectionSettings settings,
      Refusals refusals,
      Instant now) {
    ExportReading reading = new ExportReading(source, sums, surroundings, refusals);
    for (Location export : exports.exports()) {
      if (export.isAddress()) {
        reading.readPages(exports.filled(export, source, now), settings.httpHeaders());
      } else {
        reading.readFile(export.asFile());
      }
    }
    reading.sayCounts();
    checkRead(sums);
  }

  private void deliver(List<Usage> usage, @Nullable Clients clients, Refusals refusals)
      throws IOException {
    Delivery delivery = new Delivery(surroundings);
    if (dryRun) {
      surroundings.say("Nothing was sent (--dry-run)");
    } else if (to != null) {
      delivery.write(usage, to);
    } else if (clients != null) {
      delivery.send(usage, clients, refusals);
    }
  }

  /** What cannot be combined is told before a large file is read. */
  private void check() {
    exports.check();
    ExportReading.checkOnce(exports.exports());
    if (maxFlips < 0) {
      throw new UsageFailure("--max-flips must be 0 or more, and is " + maxFlips);
    }
    if (files != null && to == null && !dryRun) {
      throw new UsageFailure("Without Kafka give --dry-run, or --to FILE for the result");
    }
    Stream<InputFile> all =
        Stream.of(
                exports.files(),
                mapping.files(),
                files == null ? Stream.<InputFile>empty() : files.files())
            .flatMap(each -> each);
    if (all.filter(InputFile::isStandardInput).count() > (repeat.every().isPresent() ? 0 : 1)) {
      throw new UsageFailure("Standard input (-) can be read once only");
    }
  }

  private static Clients clients(ConnectionSettings settings) {
    Clients clients = new Clients(settings);
    clients.settings().bootstrapServers();
    clients.settings().registryUrl();
    return clients;
  }

  /** What the rows are like as a whole. */
  private void checkRead(UsageSums sums) {
    UsageWindow window = sums.window();
    if (!window.isKnown()) {
      throw new OperationFailure(
          "There is no traffic in it"
              + (sums.outside().rows() == 0 ? "" : " within --from-date and --to-date"));
    }
    if (sums.isMixed()) {
      throw new OperationFailure(
          "Some rows count requests and others do not, as OpenTelemetry's spans and counters: they"
              + " tell of the same traffic, so give one kind of them");
    }
    if (!sums.isUncounted() && exports.hasRequests()) {
      throw new UsageFailure("--requests is given, and these rows count their requests themselves");
    }
    if (sums.isUncounted() && !exports.hasRequests()) {
      throw new UsageFailure(
          "These rows do not count requests: give --requests FILE with the columns proposalId and"
              + " requests");
    }
    if (window.isOfRows() && window.widening() > TOO_WIDE) {
      throw new UsageFailure(
          "The calls are from %s until %s, less than half of whole days: say of what time they are"
                  .formatted(window.first(), window.last())
              + " all, with --from-date and --to-date");
    }
  }

  /** Without directories, and without the parameters of addresses. */
  private String sourceText(UsageSource source) {
    return source.name()
        + ": "
        + exports.exports().stream()
            .map(ImportUsageCommand::shortName)
            .collect(Collectors.joining(", "));
  }

  private static String shortName(Location export) {
    if (export.isAddress()) {
      return export.text().replaceFirst("[?#].*", "");
    }
    return export.isStandardInput()
        ? export.asFile().displayName()
        : String.valueOf(Path.of(export.text()).getFileName());
  }
}
