package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.sending.BatchId;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices and proposals have been sent before the app is started for the first time. */
class ColdStartIT {
  private static final long SEED = 20261124;
  private static final int MODELS = 400;
  private static final String BATCH = "cold-start";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Scale SCALE = Scale.OF_THIS_RUN;

  @Test
  void shouldAnswerEachWaitingProposalWithHardlyAnyEvaluatedTwice(@TempDir Path directory)
      throws Exception {
    try (Cluster cluster = Cluster.start(directory.resolve("kafka"));
        Loader loader = new Loader(cluster);
        Ledger ledger = new Ledger(cluster)) {
      Portfolio portfolio = new Portfolio(SEED, SCALE.proposalsAtColdStart(), MODELS);
      loader.proposals(portfolio.proposals().values(), BATCH);
      loader.prices(portfolio.prices().values());
      Expectations expectations = new Expectations(cluster, ledger);

      try (StreamsApp app = start(cluster, directory.resolve("state"))) {
        Awaitility.await("answers")
            .atMost(PATIENCE)
            .until(() -> ledger.catchUp().size() == portfolio.proposals().size());
        expectations.awaitAllChangesComplete(MODELS);

        double evaluations = evaluations(app) / portfolio.proposals().size();
        System.out.printf("%.3f evaluations a proposal at a cold start%n", evaluations);
        assertThat(evaluations).as("evaluations a proposal").isBetween(1.0, 1.3);
        assertThat(answered(cluster)).isEqualTo(portfolio.proposals().keySet());
        expectations.theRecommendationsFollowFrom(portfolio.proposals(), portfolio.prices()::get);
        expectations.theSummariesAddUp();
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

  private static double evaluations(StreamsApp app) {
    return app.metrics().entrySet().stream()
        .filter(
            metric ->
                metric.getKey().group().equals("stream-tune-or-not-metrics")
                    && metric.getKey().name().equals("evaluated-total"))
        .mapToDouble(metric -> (Double) metric.getValue().metricValue())
        .sum();
  }

  /** The proposals that have an answer with the headers that they were sent with. */
  private static Set<String> answered(Cluster cluster) {
    Set<String> answered = new HashSet<>();
    try (CommittedLog log = new CommittedLog(cluster.bootstrapServers(), "recommendations")) {
      log.readToEnd(
          message -> {
            if (isOfTheBatch(message)) {
              answered.add(message.key());
            }
          });
    }
    return answered;
  }

  private static boolean isOfTheBatch(ConsumerRecord<String, byte[]> message) {
    Header batch = message.headers().lastHeader(BatchId.HEADER);
    return batch != null && new String(batch.value(), UTF_8).equals(BATCH);
  }
}
