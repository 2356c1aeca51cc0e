package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.input.InputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A portfolio in files, in place of the live one. */
final class CurrentFiles {

  @Option(
      names = "--proposals",
      required = true,
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the proposals; - is standard input.")
  private @Nullable InputFile proposals;

  @Option(
      names = "--current-pricing",
      required = true,
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the prices that are.")
  private @Nullable InputFile pricing;

  @Option(
      names = "--current-policy",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the policies that are; default: the builtin one.")
  private @Nullable InputFile policy;

  @Option(
      names = "--current-usage",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the measured usage that is; default: none.")
  private @Nullable InputFile usage;

  @Nullable InputFile proposals() {
    return proposals;
  }

  @Nullable InputFile pricing() {
    return pricing;
  }

  @Nullable InputFile policy() {
    return policy;
  }

  @Nullable InputFile usage() {
    return usage;
  }
}
