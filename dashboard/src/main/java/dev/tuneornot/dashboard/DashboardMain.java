package dev.tuneornot.dashboard;

import dev.tuneornot.confluent.settings.ConfigProviders;
import dev.tuneornot.confluent.settings.KafkaEnvironment;
import dev.tuneornot.confluent.settings.PropertiesFile;
import dev.tuneornot.dashboard.config.DashboardConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the dashboard until it is told to stop. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    versionProvider = DashboardMain.Version.class,
    description = {
      "Keeps the output topics in a SQL database and serves the page and its API.",
      "Settings: --property before --config before the environment (KAFKA_BOOTSTRAP_SERVERS is"
          + " bootstrap.servers; _ for a dot, __ for an underscore, ___ for a dash). Settings of"
          + " the Kafka clients and the registry client pass through."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:stopped as told", "1:could not start", "2:wrong usage or settings"})
public final class DashboardMain implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file.")
  private @Nullable Path file;

  @Option(
      names = "--property",
      paramLabel = "KEY=VALUE",
      description = "One setting; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--no-auth",
      description = "Let everybody look who reaches the address, also where it is not loopback.")
  private boolean asksNobody;

  @Option(names = "--settings", description = "List the settings of the dashboard itself.")
  private boolean listsSettings;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DashboardMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (listsSettings) {
      commandLine().getOut().println(DashboardConfig.definition().toRst());
      return CommandLine.ExitCode.OK;
    }
    try (DashboardApp app = DashboardApp.start(config())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "tune-or-not-stop"));
      app.awaitEnd();
      return CommandLine.ExitCode.OK;
    } catch (ConfigException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    } catch (StartupException e) {
      commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /**
   * Stopping as told is success: without the halt, a JVM ended by a signal exits with 143 or 130.
   */
  private static void stop(DashboardApp app) {
    if (app.isRunning()) {
      app.close();
      Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }
  }

  private DashboardConfig config() {
    Map<String, String> settings = new TreeMap<>(KafkaEnvironment.settings(System.getenv()));
    settings.putAll(fileSettings());
    settings.putAll(properties);
    if (asksNobody) {
      settings.put(DashboardConfig.HTTP_NO_AUTH, "true");
    }
    return new DashboardConfig(ConfigProviders.resolve(settings));
  }

  private Map<String, String> fileSettings() {
    if (file == null) {
      return Map.of();
    }
    try {
      return PropertiesFile.read(file);
    } catch (IOException e) {
      throw new ParameterException(commandLine(), "--config " + file + " cannot be read: " + e, e);
    }
  }

  private CommandLine commandLine() {
    if (command == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return command.commandLine();
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = DashboardMain.class.getPackage().getImplementationVersion();
      return new String[] {"dashboard " + (version == null ? "(development)" : version)};
    }
  }
}
