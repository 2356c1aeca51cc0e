package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.PriceReview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL between a price that is held and its release. */
class ReviewKillIT {
  private static final long SEED = 20261130;
  private static final String APP = "killed";

  @Test
  void shouldHoldOverKillsAndReleaseOnce(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED, Scale.OF_THIS_RUN.proposals(), Map.of())) {
      stage.start(APP).awaitReady();
      stage.load();
      Change change = stage.baselineTimes(12);

      String heldId = stage.loader.price(change.pricing());
      stage.app(APP).kill();
      stage.start(APP).awaitReady();
      Map<String, PriceReview> held = awaitHeld(stage);
      stage.app(APP).kill();
      stage.wipe(APP);
      stage.start(APP).awaitReady();

      assertThat(reviews(stage)).isEqualTo(held);
      assertThat(stage.ledger.catchUp().countsSinceMark()).isEmpty();
      assertThat(stage.expectations.hasImpact(heldId)).isFalse();

      stage.app(APP).kill();
      String changeId = stage.loader.confirmedPrice(change.pricing());
      stage.start(APP);
      stage.app(APP).kill();
      stage.start(APP).awaitReady();

      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
      assertThat(reviews(stage)).isEmpty();
      assertThat(stage.expectations.hasImpact(heldId)).isFalse();
    }
  }

  private static Map<String, PriceReview> awaitHeld(Stage stage) {
    Awaitility.await("a review")
        .atMost(Duration.ofMinutes(1))
        .until(() -> reviews(stage).containsKey(Portfolio.BASELINE));
    Map<String, PriceReview> held = reviews(stage);
    PriceReview review = held.get(Portfolio.BASELINE);
    assertThat(review.getInForce()).isEqualTo(stage.portfolio.prices().get(Portfolio.BASELINE));
    return held;
  }

  private static Map<String, PriceReview> reviews(Stage stage) {
    return stage.cluster.table("price-reviews", PriceReview.class);
  }
}
