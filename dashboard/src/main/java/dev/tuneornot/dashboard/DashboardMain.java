package dev.tuneornot.dashboard;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the dashboard until it is told to stop. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description = "Keeps the output topics in a SQL database and serves the page and its API.")
public final class DashboardMain {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DashboardMain()).execute(arguments));
  }
}
