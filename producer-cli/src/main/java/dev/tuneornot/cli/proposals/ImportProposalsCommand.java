package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.ProposalLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.records.Answered;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.Sending;
import dev.tuneornot.cli.records.WaitOptions;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.importing.ColumnMap;
import dev.tuneornot.portfolio.importing.ImportOptions;
import dev.tuneornot.portfolio.importing.ImportResult;
import dev.tuneornot.portfolio.importing.SheetImport;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.sheet.SheetFile;
import dev.tuneornot.portfolio.sheet.SheetText;
import dev.tuneornot.schemas.json.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes proposals of a sheet as people keep it. */
@Command(
    name = "import",
    description = {
      "Import proposals from a spreadsheet or a text file as people keep it: .xlsx, .csv, .tsv.",
      "Finds the headings in English, German or French, and how numbers, dates and answers are"
          + " written. What it finds is told; what two readings are possible for is asked, and"
          + " nothing is imported before it is answered. A row that is refused is named by column"
          + " and kind of mistake, and the others are sent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not proposals import projects.xlsx --dry-run",
      "  tune-or-not proposals import projekte.csv --decimal comma --ignore-unknown --wait",
      "  tune-or-not proposals import projects.xlsx --suggest-map map.csv",
      "  tune-or-not proposals import projects.xlsx --map map.csv --errors errors.csv"
    })
public final class ImportProposalsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "The sheet; what it is shows in its content. - is standard input.")
  private @Nullable InputFile file;

  @Mixin private SheetOptions sheet = new SheetOptions();

  @Option(
      names = "--suggest-map",
      paramLabel = "FILE",
      description = {
        "Write which column would be which field into a file for review, and import nothing.",
        "An existing file is replaced."
      })
  private @Nullable Path suggestMap;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = {
        "Write the refused rows as CSV, each with all that is wrong with it.",
        "An existing file is replaced."
      })
  private @Nullable Path errors;

  @Option(names = "--dry-run", description = "Report and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = {
        "Write the proposals as JSON Lines, for evaluate or proposals send; send nothing.",
        "An existing file is replaced."
      })
  private @Nullable Path to;

  @Mixin private PriceBookOptions prices = new PriceBookOptions();

  @Option(
      names = "--offline",
      description = "Without Kafka: models are looked up only with --pricing.")
  private boolean offline;

  @Mixin private WaitOptions waiting = new WaitOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ImportProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    check();
    InputFile input = Objects.requireNonNull(file);
    ImportOptions options = sheet.options(surroundings.in());
    SheetFile read = sheet.read(input, surroundings.in());
    if (suggestMap != null) {
      return suggest(input, SheetImport.read(read, options, null), read.separator(), suggestMap);
    }
    Refusals refusals = new Refusals(surroundings);
    Optional<Clients> clients =
        offline || (!sends() && prices.fromFile())
            ? Optional.empty()
            : Optional.of(new Clients(connection.settings(surroundings.environment())));
    Optional<PriceBook> book = prices.read(clients, surroundings, refusals);

    ImportResult result = SheetImport.read(read, options, book.orElse(null));
    ImportReport.sayFindings(input.displayName(), result, surroundings);
    ImportReport.ask(result, surroundings);
    ImportReport.sayProblems(result, surroundings);
    refusals.add(result.refused());
    if (errors != null) {
      write(result.errorRows(), read.separator(), errors);
      surroundings.say(
          String.format(Locale.ROOT, "%,d refused rows written to %s", result.refused(), errors));
    }
    return deliver(input, result.proposals(), clients, refusals);
  }

  private void check() {
    if (waiting.wanted() && !sends()) {
      throw new UsageFailure("--wait needs proposals to be sent: not with --dry-run or --to");
    }
    if (dryRun && to != null) {
      throw new UsageFailure("--dry-run writes nothing, so --to cannot be given");
    }
    if (offline && sends() && suggestMap == null) {
      throw new UsageFailure("Without Kafka give --dry-run, or --to FILE for the result");
    }
  }

  private boolean sends() {
    return !dryRun && to == null;
  }

  private int suggest(InputFile input, ImportResult result, char separator, Path target) {
    if (result.columns().isEmpty()) {
      ImportReport.sayFindings(input.displayName(), result, surroundings);
      ImportReport.ask(result, surroundings);
    }
    write(ColumnMap.suggest(result), separator, target);
    surroundings.say(
        "%d columns written to %s; look through it, and give it with --map"
            .formatted(result.columns().size(), target));
    return ExitCode.DONE;
  }

  private int deliver(
      InputFile input,
      List<Entry.Accepted<Proposal>> proposals,
      Optional<Clients> clients,
      Refusals refusals)
      throws IOException {
    Tally tally = Tally.start("proposals", "ready", surroundings);
    if (clients.isEmpty() || !sends()) {
      tally.done(proposals.size());
      tally.sayCounts(refusals);
      if (to == null) {
        surroundings.say("Nothing was sent (--dry-run)");
      } else {
        writeProposals(proposals, to);
      }
      return refusals.exitCode();
    }
    BatchId batch = BatchId.create();
    Sending<Proposal> sending = new Sending<>(Kind.PROPOSALS, clients.get(), batch, surroundings);
    Sending.Source<Proposal> source =
        (reported, action) -> proposals.forEach(proposal -> action.apply(input, proposal));
    if (!waiting.wanted()) {
      sending.send(source, refusals, Sending.Listener.NONE);
      return refusals.exitCode();
    }
    return new Answered(clients.get(), surroundings, output)
        .await(
            batch,
            waiting.patience(),
            refusals,
            listener -> sending.send(source, refusals, listener));
  }

  private void writeProposals(List<Entry.Accepted<Proposal>> proposals, Path target) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
        RowWriter<Proposal> rows = OutputOptions.lines(ProposalLayout.create(), out)) {
      for (Entry.Accepted<Proposal> proposal : proposals) {
        rows.write(proposal.value());
      }
    } catch (IOException unwritable) {
      throw new OperationFailure(target + " cannot be written: " + unwritable, unwritable);
    }
    surroundings.say(
        String.format(
            Locale.ROOT,
            "%,d proposals written to %s; nothing was sent",
            proposals.size(),
            target));
  }

  private static void write(List<List<String>> rows, char separator, Path target) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      SheetText.write(rows, separator, out);
    } catch (IOException unwritable) {
      throw new OperationFailure(target + " cannot be written: " + unwritable, unwritable);
    }
  }
}
