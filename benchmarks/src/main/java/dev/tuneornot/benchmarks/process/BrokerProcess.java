package dev.tuneornot.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker with a registry, both in one process of their own. */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final ChildProcess process;
  private final String bootstrapServers;
  private final String registryUrl;

  private BrokerProcess(ChildProcess process, String bootstrapServers, String registryUrl) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
    this.registryUrl = registryUrl;
  }

  /** Starts with an empty directory, on free ports. */
  public static BrokerProcess start(Path directory, List<String> jvmOptions, Path log)
      throws IOException, InterruptedException {
    ChildProcess process =
        ChildProcess.start(
            "broker", BrokerMain.class, jvmOptions, List.of(directory.toString(), "0", "0"), log);
    try {
      String[] addresses = process.await(BrokerMain.READY, START_TIMEOUT).split(" ", -1);
      return new BrokerProcess(process, addresses[0], addresses[1]);
    } catch (InterruptedException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Beside those of every embedded broker. */
  public static Map<String, String> settings() {
    return BrokerMain.SETTINGS;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public String registryUrl() {
    return registryUrl;
  }

  public ProcessUsage usage() {
    return process.usage();
  }

  @Override
  public void close() {
    process.close();
  }
}
