package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.input.InputFile;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be tried out: prices, policies, usage, models less, or several of them. */
final class Others {

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

  @Option(
      names = "--usage",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = {
        "Measured usage to try; each replaces that of its proposal,",
        "however little it differs."
      })
  private @Nullable InputFile usage;

  @Option(
      names = "--without",
      paramLabel = "MODEL",
      description = {
        "A model to take away, as if it had retired; may be repeated.",
        "It answers no more, nor do models tuned from it."
      })
  private Set<String> without = new LinkedHashSet<>();

  @Nullable InputFile pricing() {
    return pricing;
  }

  @Nullable InputFile policy() {
    return policy;
  }

  @Nullable InputFile usage() {
    return usage;
  }

  Set<String> without() {
    return without;
  }
}
