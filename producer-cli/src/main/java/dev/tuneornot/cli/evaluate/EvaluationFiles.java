package dev.tuneornot.cli.evaluate;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The files of an evaluation without Kafka. */
public final class EvaluationFiles {

  @Option(
      names = "--proposals",
      required = true,
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "The proposals; - is standard input.")
  private @Nullable InputFile proposals;

  @Option(
      names = "--pricing",
      required = true,
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "The prices of the models.")
  private @Nullable InputFile pricing;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Policies, by portfolio or for all; default: the builtin one.")
  private @Nullable InputFile policy;

  @Option(
      names = "--usage",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Measured usage of the proposals; it replaces what they state.")
  private @Nullable InputFile usage;

  /** The proposals, one by one. */
  public RecordFile<Proposal> openProposals(InputOptions input, Surroundings surroundings) {
    InputFile file = Objects.requireNonNull(proposals);
    return RecordFile.openForRows(RecordType.PROPOSAL, file, input.formatOf(file), surroundings);
  }

  /** The file of the proposals. */
  public InputFile proposals() {
    return Objects.requireNonNull(proposals);
  }

  /** The prices, policies and usage, in memory. */
  public ReferenceData readReferenceData(
      InputOptions input, Surroundings surroundings, Refusals refusals) {
    InputFile prices = Objects.requireNonNull(pricing);
    return new ReferenceData(
        ReferenceFiles.byKey(RecordType.MODEL_PRICING, prices, input, surroundings, refusals),
        ReferenceFiles.byKey(RecordType.POLICY, policy, input, surroundings, refusals),
        ReferenceFiles.byKey(RecordType.USAGE, usage, input, surroundings, refusals));
  }

  /**
   * Refuses what cannot be combined.
   *
   * @throws ParameterException if more than one file is standard input
   */
  public void check(CommandSpec command) {
    long standardInputs =
        Stream.of(proposals, pricing, policy, usage)
            .filter(Objects::nonNull)
            .filter(InputFile::isStandardInput)
            .count();
    if (standardInputs > 1) {
      throw new ParameterException(
          command.commandLine(), "Standard input (-) can be read once only");
    }
  }
}
