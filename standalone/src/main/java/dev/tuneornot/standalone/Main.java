package dev.tuneornot.standalone;

import dev.tuneornot.dashboard.DashboardApp;
import dev.tuneornot.dashboard.StartupException;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything in this JVM, loads the examples and shows what came of them. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Start a Kafka broker, a schema registry, the streams app and the dashboard on loopback, load"
          + " the examples, and print the recommendations.",
      "Runs until Ctrl-C. Nothing outside the data directory is touched."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class Main implements Callable<Integer> {

  @Option(names = "--exit", description = "End after printing.")
  private boolean exits;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Keep the data there, and go on with what is there (default: a temporary directory).",
        "Examples are loaded only where there are no proposals yet."
      })
  private @Nullable Path data;

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      defaultValue = "examples",
      description =
          "Where pricing.jsonl, policy.json and portfolio.csv are (default: ${DEFAULT-VALUE}).")
  private Path examples = Path.of("examples");

  @Option(
      names = "--dashboard-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Where the dashboard listens on loopback (default: any free port).")
  private int dashboardPort;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String file : new String[] {Quickstart.PRICING, Quickstart.POLICY, Quickstart.PORTFOLIO}) {
      if (!Files.isReadable(examples.resolve(file))) {
        System.err.println(examples.resolve(file) + " cannot be read (--examples DIR)");
        return CommandLine.ExitCode.USAGE;
      }
    }
    Path directory = data == null ? TemporaryDirectory.create() : Files.createDirectories(data);
    System.err.println(
        "Starting Kafka, schema registry, streams app and dashboard in " + directory + " ...");
    CountDownLatch stopped = new CountDownLatch(1);
    try (EmbeddedStack stack = EmbeddedStack.start(directory, Map.of())) {
      DashboardApp dashboard = stack.startDashboard(dashboardPort);
      int code = new Quickstart(stack, dashboard.url(), examples, System.out, System.err).run();
      if (exits || code != CommandLine.ExitCode.OK) {
        return code;
      }
      System.err.println();
      System.err.println("Running until Ctrl-C.");
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "quickstart-stop"));
      stopped.await();
      return code;
    } catch (IOException | IllegalStateException | StartupException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"tune-or-not " + (version == null ? "(development)" : version)};
    }
  }
}
