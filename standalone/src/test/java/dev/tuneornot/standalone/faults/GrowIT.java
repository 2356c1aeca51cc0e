package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than one machine: three brokers that keep three copies and want two in sync, three instances
 * with a standby of each task. An instance and a broker are lost in the middle of a re-score.
 */
@OnlyAtFullSize
class GrowIT {
  private static final long SEED = 20261203;
  private static final int NODES = 3;
  private static final Map<String, String> SETTINGS =
      Map.of("num.standby.replicas", "1", "poll.ms", "20");

  @Test
  void shouldEndRightWhenAnInstanceAndABrokerAreLostInMidPass(@TempDir Path directory)
      throws Exception {
    Brokers.Processes brokers = Brokers.processes(directory.resolve("kafka"), NODES);
    try (Stage stage =
        new Stage(
            directory,
            Cluster.start(brokers),
            SEED,
            Scale.OF_THIS_RUN.proposalsToGrow(),
            SETTINGS)) {
      for (int i = 1; i <= NODES; i++) {
        stage.start("grown-" + i);
      }
      for (int i = 1; i <= NODES; i++) {
        stage.app("grown-" + i).awaitReady();
      }
      stage.awaitInstancesAtWork(NODES);
      stage.load();
      stage.cluster.awaitInSync(NODES);

      Change change = stage.halfPriceBaseline();
      long lost;
      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        changeId = stage.loader.price(change.pricing());
        progress.await(change.outputs() / 4);
        lost = System.nanoTime();
        stage.app("grown-2").kill();
        progress.await(change.outputs() / 3);
        brokers.withId(stage.cluster.coordinator()).kill();
        int committed = stage.ledger.catchUp().countsSinceMark().size();
        assertThat(committed).as("outputs when both are lost").isLessThan(change.outputs());
        System.out.printf(
            "An instance and a broker lost, %d of %d outputs committed%n",
            committed, change.outputs());
      }

      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
      final double over = (System.nanoTime() - lost) / 1e9;
      stage.truth.accept(change.pricing());
      stage.holds();
      assertThat(stage.cluster.instancesAtWork()).isEqualTo(NODES - 1);
      System.out.printf("Everything worked off and compared %.0f s after the loss%n", over);
      new Result(
              "5",
              "GrowIT",
              "three brokers, three instances with standbys; one of each killed in mid-pass",
              stage.truth.size() + 13L,
              0,
              -1)
          .write();
    }
  }
}
