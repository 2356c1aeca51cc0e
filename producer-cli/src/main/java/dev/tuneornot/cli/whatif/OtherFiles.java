package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.input.InputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be tried out: prices, policies or both. */
final class OtherFiles {

  @Option(
      names = "--pricing",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Prices to try; each replaces the record of its model, the others stay.")
  private @Nullable InputFile pricing;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Policies to try; each replaces the one of its portfolio, or that for all.")
  private @Nullable InputFile policy;

  @Nullable InputFile pricing() {
    return pricing;
  }

  @Nullable InputFile policy() {
    return policy;
  }
}
