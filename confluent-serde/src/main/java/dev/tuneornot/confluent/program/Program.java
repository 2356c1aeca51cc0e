package dev.tuneornot.confluent.program;

import dev.tuneornot.confluent.settings.ConfigProviders;
import dev.tuneornot.confluent.settings.KafkaEnvironment;
import dev.tuneornot.confluent.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of a program that runs until it is told to stop: {@code --property} before
 * {@code --config} before the environment. Ends with 0 where it was told to, 1 where it could not
 * start or go on, 2 for wrong usage or settings.
 */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = ManifestVersion.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:stopped as told", "1:could not start or go on", "2:wrong usage or settings"})
public abstract class Program implements Callable<Integer> {

  /** For the description of a program: where its settings come from. */
  public static final String SETTINGS =
      "Settings: --property before --config before the environment (KAFKA_BOOTSTRAP_SERVERS is"
          + " bootstrap.servers; _ for a dot, __ for an underscore, ___ for a dash).";

  /** The program while it runs. */
  public interface Running extends AutoCloseable {

    /**
     * Waits until it is closed.
     *
     * @throws StartupException where it could not start or go on
     */
    void awaitEnd() throws InterruptedException;

    /** Whether it has not been closed. */
    boolean isRunning();

    /** Stops; idempotent. */
    @Override
    void close();
  }

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file.")
  private @Nullable Path file;

  @Option(
      names = "--property",
      paramLabel = "KEY=VALUE",
      description = "One setting; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(names = "--settings", description = "List the settings of the program itself.")
  private boolean listsSettings;

  /** The settings of the program itself. */
  protected abstract ConfigDef definition();

  /**
   * Starts it.
   *
   * @param settings resolved, of the clients as well
   * @throws ConfigException where a setting is missing or wrong
   * @throws StartupException where it cannot start
   */
  protected abstract Running start(Map<String, String> settings) throws InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    if (listsSettings) {
      commandLine().getOut().println(definition().toRst());
      return CommandLine.ExitCode.OK;
    }
    try (Running program = start(settings())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program), "tune-or-not-stop"));
      program.awaitEnd();
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
  private static void stop(Running program) {
    if (program.isRunning()) {
      program.close();
      Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(KafkaEnvironment.settings(System.getenv()));
    settings.putAll(fileSettings());
    settings.putAll(properties);
    return ConfigProviders.resolve(settings);
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
}
