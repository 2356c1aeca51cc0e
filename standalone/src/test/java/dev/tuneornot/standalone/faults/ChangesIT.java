package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that change faster than they can be worked off, and in the middle of it. */
class ChangesIT {
  private static final long SEED = 20261130;
  private static final Scale SCALE = Scale.OF_THIS_RUN;
  private static final int MODELS = 400;

  @Test
  void shouldEndOnTheLastOfEverything(@TempDir Path directory) throws Exception {
    Cluster cluster = Cluster.start(directory.resolve("kafka"));
    try (Stage stage =
            new Stage(directory, cluster, SEED, SCALE.proposalsToMove() / 2, MODELS, Map.of());
        Letters letters = new Letters(cluster)) {
      AppProcess app = stage.start("changes").awaitReady();
      stage.load();
      Memory memory = new Memory(stage, app, MODELS);
      long sent = (long) stage.truth.size() + MODELS;

      String again = stage.loader.price(stage.portfolio.prices().get("acme/model-7"));
      List<ModelPricing> all =
          stage.portfolio.prices().values().stream().map(ChangesIT::dearer).toList();
      stage.loader.prices(all);
      memory.look(MODELS);
      stage.truth.acceptPrices(all);
      stage.holds();
      memory.hasNotGrown();
      assertThat(stage.expectations.hasImpact(again)).as("an impact of an equal price").isFalse();
      sent += MODELS + 1;
      write(
          "11",
          "the same price again; 400 models changed at once; pending changes and heap bounded",
          sent,
          0);

      sendOutOfOrder(stage);
      stage.holds();
      assertThat(letters.read()).hasSize(1);

      sent += hammer(stage, memory);
      stage.holds();
      memory.hasNotGrown();
      write(
          "11",
          "one price changed 100 times a second while another waits; pending changes and heap bounded",
          sent,
          1);

      sent += moveProposalsInMidPass(stage);
      stage.holds();
      write(
          "12",
          "proposals deleted, created again, moved and given other candidates in mid-pass",
          sent,
          1);
    }
  }

  private static ModelPricing dearer(ModelPricing pricing) {
    return Portfolio.pricing(
        pricing.getModelId(), 1.5 * pricing.getPeriods().get(0).getInputPerMTok());
  }

  /** It is refused, and the price before stays in force. */
  private static void sendOutOfOrder(Stage stage) throws Exception {
    ModelPricing pricing = Portfolio.pricing("acme/model-8", 3);
    PricePeriod earlier = PricePeriod.newBuilder(pricing.getPeriods().get(0)).build();
    earlier.setEffectiveFrom(Instant.parse("2025-01-01T00:00:00Z"));
    pricing.setPeriods(List.of(pricing.getPeriods().get(0), earlier));
    stage.loader.price(pricing);
  }

  private static long hammer(Stage stage, Memory memory) throws Exception {
    ModelPricing waiting = Portfolio.pricing("acme/model-9", 7);
    stage.loader.price(waiting);
    stage.truth.accept(waiting);
    int changes = 100 * SCALE.hammerSeconds();
    long start = System.nanoTime();
    for (int i = 0; i < changes; i++) {
      ModelPricing price = Portfolio.pricing(Portfolio.BASELINE, 1 + i % 50 / 10.0);
      stage.loader.price(price);
      stage.truth.accept(price);
      if (i % 100 == 50) {
        memory.look(2);
      }
      long early = start + i * 10_000_000L - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, early));
    }
    return changes + 1L;
  }

  private static long moveProposalsInMidPass(Stage stage) throws Exception {
    List<Proposal> all = List.copyOf(stage.truth.proposals().values());
    List<Proposal> moved = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    List<Proposal> created = new ArrayList<>();
    for (int i = 0; i + 3 < all.size(); i += 20) {
      Proposal other = Proposal.newBuilder(all.get(i)).build();
      other.setPortfolio("moved");
      moved.add(other);
      Proposal candidates = Proposal.newBuilder(all.get(i + 1)).build();
      candidates.setCandidateModels(List.of("acme/model-9", "acme/model-10"));
      moved.add(candidates);
      deleted.add(all.get(i + 2).getProposalId());
      deleted.add(all.get(i + 3).getProposalId());
      created.add(all.get(i + 3));
    }
    Change change = stage.baselineTimes(0.5);
    try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
      stage.loader.price(change.pricing());
      stage.truth.accept(change.pricing());
      progress.await(1);
    }
    stage.loader.proposals(moved, "moved");
    stage.truth.acceptProposals(moved);
    stage.loader.deletions(deleted);
    stage.truth.delete(deleted);
    stage.loader.proposals(created, "created");
    stage.truth.acceptProposals(created);
    return 1L + moved.size() + deleted.size() + created.size();
  }

  private static void write(String row, String what, long sent, long letters) throws Exception {
    new Result(row, "ChangesIT", what, sent, letters, -1).write();
  }
}
