package dev.tuneornot.standalone.faults;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance becomes three and one again, while they load and while they re-score. */
@OnlyAtFullSize
class InstancesIT {
  private static final long SEED = 20261201;
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  private static final Map<String, String> SETTINGS =
      Map.of("poll.ms", "100", "acceptable.recovery.lag", "1000000000");

  @Test
  void shouldEndOnTheLastPriceWhileInstancesComeAndGo(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED, SCALE.proposalsToMove() / 2, SETTINGS)) {
      AppProcess first = stage.start("instance-1").awaitReady();
      stage.loadPrices();
      stage.sendProposals();
      stage.start("instance-2");
      stage.start("instance-3");
      stage.awaitInstancesAtWork(3);
      stage.holds();

      for (double factor : new double[] {0.5, 2, 0.7}) {
        Change change = stage.baselineTimes(factor);
        stage.loader.price(change.pricing());
        stage.truth.accept(change.pricing());
        if (factor == 2) {
          first.stop();
        } else if (factor == 0.7) {
          stage.app("instance-3").stop();
        }
      }
      stage.awaitInstancesAtWork(1);
      stage.holds();
      new Result(
              "5",
              "InstancesIT",
              "1 to 3 instances while loading, 3 to 1 while re-scoring under three prices",
              stage.truth.size() + 15L,
              0,
              -1)
          .write();
    }
  }
}
