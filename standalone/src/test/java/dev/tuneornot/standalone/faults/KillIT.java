package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL, and a start: every other time on the same state directory, every other time on an empty
 * one.
 */
class KillIT {
  private static final long SEED = 20261122;
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  private static final int LOAD_SLICES = 20;

  /** Twice the default: an idle thread works on a sweep once in so many milliseconds. */
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
        int kills = 0;
        for (int point : killPoints(change.outputs())) {
          progress.await(point);
          app.kill();
          int committed = stage.ledger.catchUp().countsSinceMark().size();
          System.out.printf(
              "Killed at %d of %d outputs, %d of them committed%n",
              progress.reached(), change.outputs(), committed);
          assertThat(committed).as("outputs at a kill").isLessThan(change.outputs());
          if (++kills % 2 == 0) {
            stage.wipe("killed");
          }
          app = stage.start("killed");
        }
      }
      double ready = app.awaitReady().age();

      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
      result(
          "killed %d times in mid-pass, every other time the state wiped".formatted(SCALE.kills()),
          SCALE.proposals() + stage.portfolio.prices().size() + 1L,
          ready);
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
  void shouldAnswerOnceWhatIsSentAroundKills(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED + 1, SCALE.proposals() / 2, Map.of())) {
      stage.start("down").awaitReady();
      stage.loadPrices();
      List<Proposal> all = List.copyOf(stage.portfolio.proposals().values());
      int third = all.size() / 3;
      List<Proposal> early = all.subList(0, third);
      List<Proposal> then = all.subList(third, 2 * third);
      List<Proposal> late = all.subList(2 * third, all.size());
      List<Proposal> updates = everyFiftieth(all, 0).stream().map(KillIT::moved).toList();
      List<String> deletions = ids(everyFiftieth(all, 1));
      Change change = stage.halfPriceBaseline();

      killWhileLoading(stage, early, "early");
      stage.start("down").awaitReady();
      killWhileLoading(stage, then, "then");
      stage.wipe("down");
      stage.loader.proposals(late, "late");
      stage.loader.proposals(updates, "updates");
      stage.loader.deletions(deletions);
      String changeId = stage.loader.price(change.pricing());
      double ready = stage.start("down").awaitReady().age();

      stage.expectations.awaitComplete(changeId);
      stage.expectations.oneAnswerForEachOf(ids(early), "early");
      stage.expectations.oneAnswerForEachOf(ids(then), "then");
      stage.expectations.oneAnswerForEachOf(ids(late), "late");
      stage.expectations.oneAnswerForEachOf(ids(updates), "updates");
      Map<String, Proposal> left = new HashMap<>(stage.portfolio.proposals());
      updates.forEach(proposal -> left.put(proposal.getProposalId(), proposal));
      deletions.forEach(left::remove);
      stage.expectations.awaitRecommendations(left.size());
      stage.expectations.theRecommendationsFollowFrom(left, change.after());
      stage.expectations.theSummariesAddUp();
      result(
          "killed twice while loading, the second time the state wiped; more of everything sent"
              + " while it is down",
          all.size() + stage.portfolio.prices().size() + updates.size() + deletions.size() + 1L,
          ready);
    }
  }

  /**
   * Usage before its proposal, beside price changes that re-score everything, within the tolerance
   * and beyond it, deleted and measured again, and proposals deleted and sent again: killed in the
   * middle of each.
   */
  @Test
  void shouldTellEachFlipOnceWithUsageInTheMix(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED + 2, SCALE.proposals() / 2, Map.of())) {
      stage.start("mixed").awaitReady();
      List<Proposal> all = List.copyOf(stage.portfolio.proposals().values());
      List<Usage> measured = everyNth(all, 3, 0).stream().map(stage.portfolio::usage).toList();
      List<Usage> early = measured.subList(0, measured.size() / 2);

      send(stage, early);
      stage.load();
      int rounds = Math.max(2, SCALE.kills());
      for (int round = 0; round < rounds; round++) {
        Change change = stage.baselineTimes(round % 2 == 0 ? 0.5 : 1.5);
        try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
          stage.loader.price(change.pricing());
          stage.truth.accept(change.pricing());
          mix(stage, all, round);
          progress.await(1 + new Random(SEED + round).nextInt(change.outputs() / 2));
          stage.app("mixed").kill();
        }
        if (round % 2 == 1) {
          stage.wipe("mixed");
        }
        stage.start("mixed");
      }
      double ready = stage.app("mixed").awaitReady().age();

      stage.expectations.everythingFollowsFrom(stage.truth);
      stage.expectations.theChangesAreTheFlips();
      result(
          "killed %d times with usage in the mix, every other time the state wiped"
              .formatted(rounds),
          all.size() + (long) rounds * all.size() / 3,
          ready);
    }
  }

  /** Usage, deletions of usage and of proposals; another third of them each round. */
  private static void mix(Stage stage, List<Proposal> all, int round) throws Exception {
    List<Proposal> third = everyNth(all, 3, round % 3);
    List<Usage> measured = third.stream().map(stage.portfolio::usage).toList();
    List<String> forgotten = ids(everyNth(third, 5, 0));
    List<Proposal> deleted = everyNth(third, 7, 1);
    List<Proposal> back = everyNth(deleted, 2, 0);

    send(stage, measured);
    // Within the tolerance, and then beyond it.
    send(stage, measured.stream().map(usage -> Portfolio.times(1.05, usage)).toList());
    send(
        stage,
        everyNth(measured, 2, 0).stream().map(usage -> Portfolio.times(1.3, usage)).toList());
    stage.loader.usageDeletions(forgotten);
    stage.truth.deleteUsage(forgotten);
    stage.loader.deletions(ids(deleted));
    stage.truth.delete(ids(deleted));
    stage.loader.proposals(back, "back " + round);
    stage.truth.acceptProposals(back);
  }

  private static void send(Stage stage, List<Usage> measured) throws Exception {
    stage.loader.usage(measured);
    measured.forEach(stage.truth::accept);
  }

  /** In slices, so that it is killed between them however quick it is. */
  private static void killWhileLoading(Stage stage, List<Proposal> proposals, String batch)
      throws Exception {
    int slice = Math.max(1, proposals.size() / LOAD_SLICES);
    int point = 1 + new Random(SEED).nextInt(proposals.size() / 2);
    boolean killed = false;
    try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
      for (int from = 0; from < proposals.size(); from += slice) {
        int to = Math.min(proposals.size(), from + slice);
        stage.loader.proposals(proposals.subList(from, to), batch);
        if (!killed && to >= point) {
          progress.await(Math.max(1, Math.min(point, from)));
          stage.app("down").kill();
          killed = true;
          int answered = stage.ledger.catchUp().answersTo(batch).size();
          System.out.printf("Killed at %d of %d answers%n", answered, proposals.size());
          assertThat(answered).as("answers at a kill").isLessThan(proposals.size());
        }
      }
    }
    assertThat(killed).as("killed while it loads").isTrue();
  }

  private static void result(String what, long sent, double ready) throws IOException {
    new Result("1", "KillIT", what, sent, 0, ready).write();
  }

  private static List<Proposal> everyFiftieth(List<Proposal> all, int first) {
    return everyNth(all, 50, first);
  }

  private static <T> List<T> everyNth(List<T> all, int step, int first) {
    return IntStream.iterate(first, i -> i < all.size(), i -> i + step).mapToObj(all::get).toList();
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
