package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL, and a start on the same state directory. */
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
      Change change = stage.halfPriceBaseline();

      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        changeId = stage.loader.price(change.pricing());
        for (int point : killPoints(change.outputs())) {
          progress.await(point);
          app.kill();
          int committed = stage.ledger.catchUp().countsSinceMark().size();
          System.out.printf(
              "Killed at %d of %d outputs, %d of them committed%n",
              progress.reached(), change.outputs(), committed);
          assertThat(committed).as("outputs at a kill").isLessThan(change.outputs());
          app = stage.start("killed");
        }
      }

      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
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

  @Test
  void shouldAnswerOnceWhatIsSentAroundAKill(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED + 1, SCALE.proposals() / 2, Map.of())) {
      AppProcess app = stage.start("down").awaitReady();
      stage.loadPrices();
      List<Proposal> all = List.copyOf(stage.portfolio.proposals().values());
      List<Proposal> early = all.subList(0, all.size() / 2);
      List<Proposal> late = all.subList(all.size() / 2, all.size());
      List<Proposal> updates = everyFiftieth(all, 0).stream().map(KillIT::moved).toList();
      List<String> deletions = ids(everyFiftieth(all, 1));
      Change change = stage.halfPriceBaseline();

      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        stage.loader.proposals(early, "early");
        progress.await(1 + new Random(SEED).nextInt(early.size()));
        app.kill();
      }
      stage.loader.proposals(late, "late");
      stage.loader.proposals(updates, "updates");
      stage.loader.deletions(deletions);
      String changeId = stage.loader.price(change.pricing());
      stage.start("down");

      stage.expectations.awaitComplete(changeId);
      stage.expectations.oneAnswerForEachOf(ids(early), "early");
      stage.expectations.oneAnswerForEachOf(ids(late), "late");
      stage.expectations.oneAnswerForEachOf(ids(updates), "updates");
      Map<String, Proposal> left = new HashMap<>(stage.portfolio.proposals());
      updates.forEach(proposal -> left.put(proposal.getProposalId(), proposal));
      deletions.forEach(left::remove);
      stage.expectations.awaitRecommendations(left.size());
      stage.expectations.theRecommendationsFollowFrom(left, change.after());
      stage.expectations.theSummariesAddUp();
    }
  }

  private static List<Proposal> everyFiftieth(List<Proposal> all, int first) {
    return IntStream.iterate(first, i -> i < all.size(), i -> i + 50).mapToObj(all::get).toList();
  }

  private static Proposal moved(Proposal proposal) {
    Proposal moved = Proposal.newBuilder(proposal).build();
    moved.setPortfolio("moved");
    moved.getWorkload().setRequestsPerMonth(2 * proposal.getWorkload().getRequestsPerMonth());
    return moved;
  }

  private static List<String> ids(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::getProposalId).toList();
  }
}
