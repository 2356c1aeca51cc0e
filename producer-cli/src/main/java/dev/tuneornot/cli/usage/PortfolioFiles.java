package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.input.InputFile;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A portfolio in files, in place of the live one. */
final class PortfolioFiles {

  @Option(
      names = "--proposals",
      required = true,
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the proposals.")
  private @Nullable InputFile proposals;

  @Option(
      names = "--pricing",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the prices; without them no verdicts are told.")
  private @Nullable InputFile pricing;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the policies; default: the builtin one.")
  private @Nullable InputFile policy;

  @Option(
      names = "--usage",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Without Kafka: the usage in force; default: none.")
  private @Nullable InputFile usage;

  InputFile proposals() {
    return Objects.requireNonNull(proposals);
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

  Stream<InputFile> files() {
    return Stream.of(proposals, pricing, policy, usage).filter(Objects::nonNull);
  }
}
