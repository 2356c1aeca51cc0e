package dev.tuneornot.standalone;

import dev.tuneornot.confluent.program.ManifestVersion;
import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.dashboard.DashboardApp;
import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.net.URI;
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
    versionProvider = ManifestVersion.class,
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
          "Where pricing.jsonl, policy.json, usage.jsonl and portfolio.csv are (default: ${DEFAULT-VALUE}).")
  private Path examples = Path.of("examples");

  @Option(
      names = "--dashboard-port",
      paramLabel = "PORT",
      description = {
        "Where the dashboard listens on loopback (default: 8080, or the next free port; with --data"
            + " the one it had there)."
      })
  private @Nullable Integer dashboardPort;

  @Option(
      names = "--connection",
      paramLabel = "FILE",
      description =
          "Write there how to connect, as properties of a Kafka client, for as long as it runs.")
  private @Nullable Path connection;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() {
    for (String file :
        new String[] {
          Quickstart.PRICING, Quickstart.POLICY, Quickstart.USAGE, Quickstart.PORTFOLIO
        }) {
      if (!Files.isReadable(examples.resolve(file))) {
        System.err.println(examples.resolve(file) + " cannot be read (--examples DIR)");
        return CommandLine.ExitCode.USAGE;
      }
    }
    try (CleanUp cleanUp = CleanUp.atExit()) {
      return run(cleanUp);
    } catch (InterruptedException e) {
      // Ctrl-C while it started; the JVM is ending.
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IOException | IllegalStateException | StartupException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int run(CleanUp cleanUp) throws IOException, InterruptedException {
    Path directory =
        data == null
            ? cleanUp.add(TemporaryDirectory::create).path()
            : Files.createDirectories(data);
    System.err.println(
        "Starting Kafka, schema registry, streams app and dashboard in " + directory + " ...");
    PortChoice ports = PortChoice.in(directory);
    EmbeddedStack stack =
        cleanUp.add(
            () ->
                EmbeddedStack.start(
                    BrokerOptions.in(directory.resolve("kafka"))
                        .withPort(ports.port(PortChoice.KAFKA)),
                    ports.port(PortChoice.REGISTRY),
                    directory,
                    Map.of()));
    DashboardApp dashboard =
        cleanUp.add(
            () ->
                stack.startDashboard(
                    dashboardPort == null ? ports.port(PortChoice.DASHBOARD) : dashboardPort));
    ports.keep(
        Map.of(
            PortChoice.KAFKA,
            portOf("kafka://" + stack.bootstrapServers()),
            PortChoice.REGISTRY,
            portOf(stack.registryUrl()),
            PortChoice.DASHBOARD,
            portOf(dashboard.url())));
    Path file = connection;
    if (file != null) {
      cleanUp.add(
          () ->
              ConnectionFile.write(
                  file,
                  Map.of(
                      "bootstrap.servers", stack.bootstrapServers(),
                      "schema.registry.url", stack.registryUrl(),
                      "dashboard.url", dashboard.url())));
    }
    int code = new Quickstart(stack, dashboard.url(), examples, System.out, System.err).run();
    if (exits || code != CommandLine.ExitCode.OK) {
      return code;
    }
    System.err.println();
    System.err.println("Running until Ctrl-C.");
    new CountDownLatch(1).await();
    return code;
  }

  private static int portOf(String url) {
    return URI.create(url).getPort();
  }
}
