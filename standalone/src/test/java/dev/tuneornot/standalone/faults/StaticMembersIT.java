package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances as on Kubernetes: each with a name of its own that stays, two threads, a zone, and a
 * standby of the other's tasks.
 */
class StaticMembersIT {
  private static final long SEED = 20261205;
  private static final int PROPOSALS = 300;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "num.stream.threads", "2",
          "num.standby.replicas", "1",
          "rack.aware.assignment.tags", "zone",
          "rack.aware.assignment.strategy", "balance_subtopology",
          "consumer.session.timeout.ms", "60000");

  @Test
  void shouldKeepItsPlaceWhereItComesBack(@TempDir Path directory) throws Exception {
    Brokers brokers = Brokers.embedded(directory.resolve("kafka"), Map.of("broker.rack", "a"));
    try (Stage stage = new Stage(directory, Cluster.start(brokers), SEED, PROPOSALS, SETTINGS)) {
      start(stage, "pod-0", "a");
      start(stage, "pod-1", "b").awaitReady();
      stage.awaitInstancesAtWork(2);
      stage.load();
      Set<String> threads = Set.of("pod-0-1", "pod-0-2", "pod-1-1", "pod-1-2");
      assertThat(stage.cluster.staticMembers()).isEqualTo(threads);
      Awaitility.await("each instance to hold every task, its own or as a standby")
          .atMost(Duration.ofMinutes(1))
          // Files come and go while they are listed.
          .ignoreExceptionsInstanceOf(UncheckedIOException.class)
          .untilAsserted(
              () ->
                  assertThat(tasksIn(stage.state("pod-0")))
                      .hasSize(Cluster.PARTITIONS)
                      .isEqualTo(tasksIn(stage.state("pod-1"))));

      stage.app("pod-0").stop();

      assertThat(stage.cluster.staticMembers()).as("while it is away").isEqualTo(threads);
      start(stage, "pod-0", "a").awaitReady();
      assertThat(stage.cluster.staticMembers()).as("after its return").isEqualTo(threads);
      stage.loader.price(stage.halfPriceBaseline().pricing());
      stage.truth.accept(stage.halfPriceBaseline().pricing());
      stage.holds();
    }
  }

  private static AppProcess start(Stage stage, String name, String zone) throws IOException {
    return stage.start(
        name,
        Map.of("group.instance.id", name, "client.tag.zone", zone, "consumer.client.rack", zone));
  }

  /** Of those that keep proposals. */
  private static Set<String> tasksIn(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(file -> file.endsWith(Path.of("rocksdb", "proposals")))
          .map(store -> store.getParent().getParent().getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
