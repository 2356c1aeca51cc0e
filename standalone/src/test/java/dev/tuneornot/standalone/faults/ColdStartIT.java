package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices and proposals have been sent before the app is started for the first time. */
class ColdStartIT {
  private static final long SEED = 20261124;
  private static final int MODELS = 400;
  private static final String BATCH = "cold-start";
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  @Test
  void shouldAnswerEachWaitingProposalWithHardlyAnyEvaluatedTwice(@TempDir Path directory)
      throws Exception {
    try (Cluster cluster = Cluster.start(directory.resolve("kafka"));
        Loader loader = new Loader(cluster);
        Ledger ledger = new Ledger(cluster);
        Expectations expectations = new Expectations(cluster, ledger)) {
      Portfolio portfolio = new Portfolio(SEED, SCALE.proposalsAtColdStart(), MODELS);
      loader.proposals(portfolio.proposals().values(), BATCH);
      loader.prices(portfolio.prices().values());

      try (StreamsApp app = start(cluster, directory.resolve("state"))) {
        expectations.oneAnswerForEachOf(portfolio.proposals().keySet(), BATCH);
        expectations.awaitAllChangesComplete(MODELS);

        double evaluations = (double) app.meters().evaluations() / portfolio.proposals().size();
        System.out.printf("%.3f evaluations a proposal at a cold start%n", evaluations);
        assertThat(evaluations).as("evaluations a proposal").isBetween(1.0, 1.3);
        expectations.theRecommendationsFollowFrom(portfolio.proposals(), portfolio.prices()::get);
        expectations.theSummariesAddUp();
        new Result(
                "cold start",
                "ColdStartIT",
                "%d models and all proposals waiting: %.3f evaluations a proposal"
                    .formatted(MODELS, evaluations),
                (long) portfolio.proposals().size() + MODELS,
                0,
                -1)
            .write();
      }
    }
  }

  private static StreamsApp start(Cluster cluster, Path state) {
    StreamsApp app =
        new StreamsApp(
            new StreamsAppConfig(
                Map.of(
                    "bootstrap.servers", cluster.bootstrapServers(),
                    "schema.registry.url", cluster.registryUrl(),
                    "state.dir", state.toString(),
                    "tuneornot.http.port", "0")));
    app.start();
    return app;
  }
}
