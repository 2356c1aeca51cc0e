package dev.tuneornot.cli.console;

import picocli.CommandLine.Command;

/** A command that only groups others. Picocli itself complains where no subcommand is given. */
@Command
public final class CommandGroup {}
