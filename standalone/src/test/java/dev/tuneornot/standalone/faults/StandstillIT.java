package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance stands still, or is cut off, in the middle of its transactions, for longer than its
 * session and its transactions last; another one takes over. When it comes back it must do no harm,
 * and come back by itself.
 */
class StandstillIT {
  private static final long SEED = 20261127;
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  private static final String LONG = " for " + SCALE.standstillSeconds() + " s in mid-pass";

  private static final Map<String, String> SLOW_PASS =
      Map.of("poll.ms", "60", "acceptable.recovery.lag", "1000000000");

  @Test
  void shouldFenceOffWhoComesBackAndLetItRejoin(@TempDir Path directory) throws Exception {
    Brokers.Processes brokers = Brokers.processes(directory.resolve("kafka"), 1);
    try (Stage stage =
        new Stage(
            directory, Cluster.start(brokers), SEED, SCALE.proposalsToMove() / 2, SLOW_PASS)) {
      AppProcess stopped = stage.start("standstill").awaitReady();
      AppProcess other =
          stage
              .start("takes-over", Map.of("bootstrap.servers", brokers.bootstrapServers()))
              .awaitReady();
      stage.awaitInstancesAtWork(2);
      stage.load();

      double rejoined = stand(stage, stopped, 0.5, stopped::pause, stopped::resume);
      result("2", "SIGSTOP" + LONG + ", another instance takes over", stage, rejoined);

      rejoined = stand(stage, stopped, 2, brokers::cutNetwork, brokers::healNetwork);
      result("4", "network to the broker cut" + LONG, stage, rejoined);

      other.stop();
      stage.holds();
    }
  }

  /** Something that is done to an instance. */
  private interface Fault {
    void happen() throws Exception;
  }

  /** Returns how many seconds it took to be ready again. */
  private static double stand(
      Stage stage, AppProcess stopped, double factor, Fault begin, Fault end) throws Exception {
    Change change = stage.baselineTimes(factor);
    stage.ledger.catchUp().mark();
    String changeId;
    try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
      changeId = stage.loader.price(change.pricing());
      progress.await(change.outputs() / 10);
      begin.happen();
      assertThat(stage.ledger.catchUp().countsSinceMark().size())
          .as("outputs when it stands still")
          .isLessThan(change.outputs());
    }
    TimeUnit.SECONDS.sleep(SCALE.standstillSeconds());
    stage.awaitInstancesAtWork(1);
    end.happen();
    long since = System.nanoTime();
    stage.truth.accept(change.pricing());
    stage.awaitInstancesAtWork(2);
    stopped.awaitReady();
    double ready = (System.nanoTime() - since) / 1e9;
    stage.expectations.awaitComplete(changeId);
    stage.holds();
    stage.expectations.oneOutputForEachOf(change.effects());
    return ready;
  }

  private static void result(String row, String what, Stage stage, double ready) throws Exception {
    new Result(row, "StandstillIT", what, stage.truth.size() + 13L, 0, ready).write();
  }
}
