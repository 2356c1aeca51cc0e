package dev.tuneornot.cli;

import dev.tuneornot.confluent.program.ManifestVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, which does nothing without a command. */
@Command(
    name = "tune-or-not",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ManifestVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:Failed: a broker, a registry or a file stood in the way.",
      "2:Wrong usage; nothing was done.",
      "3:Some records were refused, each is named on standard error; the others are done."
    },
    usageHelpAutoWidth = true)
final class RootCommand {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the log of the clients, and stack traces of failures.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }
}
