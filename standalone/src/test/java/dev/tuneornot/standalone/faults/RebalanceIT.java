package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks move from one instance to another while a re-score is on its way. */
class RebalanceIT {
  private static final long SEED = 20261123;
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  private static final Map<String, String> SETTINGS =
      Map.of(
          // A millisecond in so many: the sweep has to outlast the start of a JVM.
          "poll.ms",
          "700",
          // Else the sums that come back to the tasks end the wait.
          "main.consumer.fetch.min.bytes",
          "1000000",
          "main.consumer.fetch.max.wait.ms",
          "2000",
          // The newcomer takes its share at once instead of warming up first.
          "acceptable.recovery.lag",
          "1000000000");

  /** How an instance leaves. */
  private enum Leave {
    SIGTERM,
    SIGKILL
  }

  private static Stream<Leave> waysToLeave() {
    return SCALE.killsLeavers() ? Stream.of(Leave.values()) : Stream.of(Leave.SIGTERM);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToLeave")
  void shouldLoseAndRepeatNothingWhenInstancesComeAndGoInMidPass(Leave way, @TempDir Path directory)
      throws Exception {
    try (Stage stage = new Stage(directory, SEED, SCALE.proposalsToMove(), SETTINGS)) {
      AppProcess leaver = stage.start("leaver-" + way).awaitReady();
      stage.load();
      Change change = stage.halfPriceBaseline();
      int outputs = change.outputs();

      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        stage.start("comer-" + way).awaitUp();
        changeId = stage.loader.price(change.pricing());
        progress.await(1);
        stage.awaitInstancesAtWork(2);
        assertThat(committed(stage)).as("outputs when an instance has come").isLessThan(outputs);
        progress.await(Math.min(outputs - 1, progress.reached() + outputs / 20));
        if (way == Leave.SIGKILL) {
          leaver.kill();
        } else {
          leaver.stop();
        }
        int committed = committed(stage);
        System.out.printf("%s at %d of %d outputs%n", way, committed, outputs);
        assertThat(committed).as("outputs when an instance has left").isLessThan(outputs);
      }

      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
      new Result(
              "5",
              "RebalanceIT",
              "an instance comes in mid-pass and the first one leaves by " + way,
              SCALE.proposalsToMove() + stage.portfolio.prices().size() + 1L,
              0,
              -1)
          .write();
    }
  }

  private static int committed(Stage stage) {
    return stage.ledger.catchUp().countsSinceMark().size();
  }
}
