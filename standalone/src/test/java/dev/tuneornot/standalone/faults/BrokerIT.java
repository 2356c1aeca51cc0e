package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers are restarted and killed while the app loads and re-scores. */
@OnlyAtFullSize
class BrokerIT {
  private static final long SEED = 20261128;
  private static final Scale SCALE = Scale.OF_THIS_RUN;
  private static final Map<String, String> SLOW_PASS = Map.of("poll.ms", "40");

  @Test
  void shouldGoOnWhereTheOnlyBrokerWasWhenItComesBack(@TempDir Path directory) throws Exception {
    Brokers.Processes brokers = Brokers.processes(directory.resolve("kafka"), 1);
    BrokerProcess broker = brokers.all().get(0);
    try (Stage stage =
        new Stage(
            directory, Cluster.start(brokers), SEED, SCALE.proposalsToMove() / 2, SLOW_PASS)) {
      AppProcess app = stage.start("one-broker").awaitReady();
      stage.loadPrices();
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        stage.sendProposals();
        progress.await(stage.truth.size() / 10);
      }
      broker.stop();
      broker.start();
      broker.awaitUp();
      double ready = secondsToReady(app);
      stage.holds();
      result("3", "the only broker restarted while it loads", stage, ready);

      Change change = stage.baselineTimes(0.5);
      stage.ledger.catchUp().mark();
      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        changeId = stage.loader.price(change.pricing());
        stage.truth.accept(change.pricing());
        progress.await(change.outputs() / 10);
      }
      broker.kill();
      broker.start();
      broker.awaitUp();
      ready = secondsToReady(app);
      stage.expectations.awaitComplete(changeId);
      stage.holds();
      stage.expectations.oneOutputForEachOf(change.effects());
      result("3", "the only broker killed while it re-scores", stage, ready);
    }
  }

  @Test
  void shouldNotNoticeThreeBrokersRestartedOneAfterTheOther(@TempDir Path directory)
      throws Exception {
    Brokers.Processes brokers = Brokers.processes(directory.resolve("kafka"), 3);
    try (Stage stage =
        new Stage(
            directory, Cluster.start(brokers), SEED, SCALE.proposalsToMove() / 4, SLOW_PASS)) {
      AppProcess app = stage.start("three-brokers").awaitReady();
      stage.loadPrices();
      stage.sendProposals();
      for (BrokerProcess broker : brokers.all()) {
        broker.stop();
        broker.start();
        broker.awaitUp();
        stage.cluster.awaitInSync(3);
      }
      double ready = secondsToReady(app);
      stage.holds();
      brokers.all().get(0).kill();
      stage.loader.price(stage.baselineTimes(0.5).pricing());
      stage.truth.accept(stage.baselineTimes(0.5).pricing());
      stage.holds();
      assertThat(app.status("ready")).isEqualTo(200);
      result("3", "three brokers restarted in turn while it loads; then one killed", stage, ready);
    }
  }

  private static double secondsToReady(AppProcess app) {
    long since = System.nanoTime();
    app.awaitReady();
    return (System.nanoTime() - since) / 1e9;
  }

  private static void result(String row, String what, Stage stage, double ready) throws Exception {
    new Result(row, "BrokerIT", what, stage.truth.size() + 13L, 0, ready).write();
  }
}
