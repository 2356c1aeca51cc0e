package dev.tuneornot.dashboard;

import dev.tuneornot.confluent.program.Program;
import dev.tuneornot.dashboard.config.DashboardConfig;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the dashboard until it is told to stop. */
@Command(
    name = "dashboard",
    description = {
      "Keeps the output topics in a SQL database and serves the page and its API.",
      Program.SETTINGS + " Settings of the Kafka clients and the registry client pass through."
    })
public final class DashboardMain extends Program {

  @Option(
      names = "--no-auth",
      description = "Let everybody look who reaches the address, also where it is not loopback.")
  private boolean asksNobody;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DashboardMain()).execute(arguments));
  }

  @Override
  protected ConfigDef definition() {
    return DashboardConfig.definition();
  }

  @Override
  protected Running start(Map<String, String> settings) throws InterruptedException {
    Map<String, String> all = new TreeMap<>(settings);
    if (asksNobody) {
      all.put(DashboardConfig.HTTP_NO_AUTH, "true");
    }
    return DashboardApp.start(new DashboardConfig(all));
  }
}
