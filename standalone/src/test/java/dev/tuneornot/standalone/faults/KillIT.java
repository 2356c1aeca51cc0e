package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of a re-score, again and again. */
class KillIT {
  private static final long SEED = 20261122;
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  /** Twice the default: an idle thread works on a pass once in so many milliseconds. */
  private static final Map<String, String> SLOW_PASS = Map.of("poll.ms", "20");

  @Test
  void shouldLoseAndRepeatNothingWhenKilledInMidPass(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED, SCALE.proposals(), SLOW_PASS)) {
      AppProcess app = stage.start("killed").awaitReady();
      stage.load();
      PriceBook before = stage.portfolio.prices()::get;
      ModelPricing halved = stage.halfPriceBaseline();
      PriceBook after = stage.with(halved);
      Effects effects =
          Effects.of(Portfolio.BASELINE, stage.portfolio.proposals().values(), before, after);
      assertThat(effects.transitions()).as("flips that the test is about").isNotEmpty();

      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        changeId = stage.loader.price(halved);
        for (int point : killPoints(effects.changed().size())) {
          progress.await(point);
          app.kill();
          int committed = stage.ledger.catchUp().countsSinceMark().size();
          System.out.printf(
              "Killed at %d of %d outputs, %d of them committed%n",
              progress.reached(), effects.changed().size(), committed);
          assertThat(committed).as("outputs at a kill").isLessThan(effects.changed().size());
          app = stage.start("killed");
        }
      }

      stage.expectations.awaitComplete(changeId);
      stage.expectations.oneOutputForEachOf(effects);
      stage.expectations.theImpactIs(changeId, effects);
      stage.expectations.theRecommendationsFollowFrom(stage.portfolio.proposals(), after);
      stage.expectations.everyFigureIsGivenAgain(
          stage.portfolio.proposals(), Portfolio.BASELINE, before, after);
      stage.expectations.theSummariesAddUp();
    }
  }

  /** One at random in each of as many equal parts, but for the last part, which is never begun. */
  private static int[] killPoints(int outputs) {
    Random random = new Random(SEED);
    int part = outputs / (SCALE.kills() + 1);
    int[] points = new int[SCALE.kills()];
    for (int i = 0; i < points.length; i++) {
      points[i] = i * part + 1 + random.nextInt(part);
    }
    return points;
  }
}
