package dev.tuneornot.benchmarks.commandline;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.Terminal;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputFormat;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputFormat;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RecommendationLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code evaluate} does but for the evaluation: reads every proposal with its reader and
 * writes a recommendation for each with its writer. Those are the recommendations of the first
 * proposals, evaluated beforehand and written in turn, so that the output is as long as that of
 * {@code evaluate}.
 *
 * <p>Arguments: proposals, prices, the instant of the evaluation.
 */
public final class CodecMain {
  private static final int EVALUATED_BEFOREHAND = 1_000;

  private final Surroundings surroundings;
  private final InputFile proposals;
  private final InputFile prices;
  private final Instant asOf;

  private CodecMain(Surroundings surroundings, String... arguments) {
    this.surroundings = surroundings;
    this.proposals = new InputFile(arguments[0]);
    this.prices = new InputFile(arguments[1]);
    this.asOf = Instant.parse(arguments[2]);
  }

  public static void main(String[] arguments) throws IOException {
    TrustedClasses.install();
    System.exit(
        run(
            new Surroundings(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                    new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.in,
                System.getenv(),
                Terminal.NONE,
                Clock.systemUTC()),
            arguments));
  }

  /** Returns the exit code, as the command line would. */
  static int run(Surroundings surroundings, String... arguments) throws IOException {
    return new CodecMain(surroundings, arguments).copy();
  }

  private int copy() throws IOException {
    Refusals refusals = new Refusals(surroundings);
    List<Recommendation> ready = evaluated(refusals);
    Tally tally = Tally.start("proposals", "copied", surroundings);
    try (RecordFile<Proposal> records = open();
        RowWriter<Recommendation> rows =
            new OutputOptions()
                .open(surroundings, RecommendationLayout.create(), OutputFormat.JSONL)) {
      for (int i = 0; records.hasNext(); i++) {
        Entry<Proposal> entry = records.next();
        if (entry instanceof Entry.Accepted<Proposal>) {
          rows.write(ready.get(i % ready.size()));
          tally.done();
        } else if (entry instanceof Entry.Refused<Proposal> refused) {
          refusals.report(proposals, refused);
        }
      }
    }
    tally.say(refusals);
    return refusals.exitCode();
  }

  private List<Recommendation> evaluated(Refusals refusals) {
    ReferenceData reference =
        new ReferenceData(
            ReferenceFiles.byKey(
                RecordType.MODEL_PRICING, prices, InputFormat.JSONL, surroundings, refusals),
            Map.of());
    List<Recommendation> evaluated = new ArrayList<>();
    try (RecordFile<Proposal> records = open()) {
      while (evaluated.size() < EVALUATED_BEFOREHAND && records.hasNext()) {
        if (records.next() instanceof Entry.Accepted<Proposal> accepted) {
          evaluated.add(reference.evaluate(accepted.value(), asOf));
        }
      }
    }
    return evaluated;
  }

  private RecordFile<Proposal> open() {
    return RecordFile.openForRows(RecordType.PROPOSAL, proposals, InputFormat.JSONL, surroundings);
  }
}
