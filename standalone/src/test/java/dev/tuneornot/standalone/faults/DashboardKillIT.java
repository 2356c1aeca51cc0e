package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Approach;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of a dashboard while recommendations arrive, and a start on the same database. */
class DashboardKillIT {
  private static final int NUMBER = Scale.OF_THIS_RUN.proposals();
  private static final int KILLS = Scale.OF_THIS_RUN.kills();
  private static final int A_TRANSACTION = 100;
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void shouldLoseAndDoubleNothing(@TempDir Path directory) throws Exception {
    String database = "jdbc:sqlite:" + directory.resolve("dashboard.db");
    try (Cluster cluster = Cluster.start(directory.resolve("kafka"))) {
      Map<String, Recommendation> expected = new HashMap<>();
      AppProcess dashboard = AppProcess.startDashboard(cluster, "dashboard", database).awaitReady();
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(cluster, expected));
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitRows(database, kill * NUMBER / (KILLS + 1) / 2);
        dashboard.kill();
        dashboard = AppProcess.startDashboard(cluster, "dashboard", database);
      }
      sending.get();

      dashboard.awaitReady();
      awaitLastOffsets(cluster, database);

      double savings =
          expected.values().stream().mapToDouble(Recommendation::getMonthlySavings).sum();
      assertThat(number(database, "select count(*) from recommendations"))
          .isEqualTo(expected.size());
      assertThat(number(database, "select sum(monthly_savings) from recommendations"))
          .isEqualTo(savings);
      assertThat(number(database, "select sum(proposals) from recommendation_counts"))
          .isEqualTo(expected.size());
      assertThat(number(database, "select count(*) from recommendation_changes"))
          .isEqualTo(changes());
      assertThat(
              number(
                  database,
                  "select count(*) from recommendation_changes where from_verdict = 'CAUTION'"
                      + " and to_verdict = 'GO'"))
          .isEqualTo(NUMBER / 10.0);
      dashboard.stop();
      new Result(
              "1",
              "DashboardKillIT",
              "the dashboard killed %d times while recommendations arrive".formatted(KILLS),
              cluster.end("recommendations"),
              0,
              -1)
          .write();
    }
  }

  /** A first one of each, a second of every tenth, and a deletion of every twentieth. */
  private static double changes() {
    return NUMBER + NUMBER / 10.0 + NUMBER / 20.0;
  }

  /** Every tenth is sent a second time with another verdict, every twentieth is then deleted. */
  private static void send(Cluster cluster, Map<String, Recommendation> expected) {
    KafkaAvroSerializer values = new KafkaAvroSerializer();
    values.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
    try (Producer<String, Object> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "recommends"),
            new StringSerializer(),
            values)) {
      producer.initTransactions();
      for (int first = 0; first < NUMBER; first += A_TRANSACTION) {
        producer.beginTransaction();
        for (int i = first; i < Math.min(NUMBER, first + A_TRANSACTION); i++) {
          String id = "proposal-" + i;
          expected.put(id, send(producer, id, i, null));
          if (i % 10 == 0) {
            expected.put(id, send(producer, id, i + 1, Verdict.CAUTION));
          }
          if (i % 20 == 0) {
            Future<RecordMetadata> deletion =
                producer.send(new ProducerRecord<>("recommendations", id, null));
            assertThat(deletion).isNotNull();
            sendChange(producer, id, Verdict.GO, null);
            expected.remove(id);
          }
        }
        producer.commitTransaction();
      }
    }
  }

  private static Recommendation send(
      Producer<String, Object> producer, String id, double savings, @Nullable Verdict previous) {
    Recommendation value =
        Recommendation.newBuilder()
            .setProposalId(id)
            .setPortfolio("portfolio-" + id.hashCode() % 7)
            .setDecision(Decision.FINE_TUNE)
            .setLeaf(Leaf.FINE_TUNE)
            .setVerdict(Verdict.GO)
            .setDataBand(DataBand.GOOD)
            .setAssessmentLeader(Approach.FINE_TUNING)
            .setBestModel("openai/gpt-4o")
            .setBestStatus(CandidateStatus.PAYS_BACK)
            .setMonthlySavings(savings)
            .setEvaluatedAt(AT)
            .setPolicyVersion("builtin")
            .setRulesVersion("1")
            .setTrigger(Trigger.PROPOSAL)
            .setTriggerKey(id)
            .setPreviousVerdict(previous)
            .setVerdictSince(AT)
            .build();
    Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("recommendations", id, value));
    assertThat(sent).isNotNull();
    sendChange(producer, id, previous, Verdict.GO);
    return value;
  }

  private static void sendChange(
      Producer<String, Object> producer, String id, @Nullable Verdict from, @Nullable Verdict to) {
    RecommendationChange change =
        RecommendationChange.newBuilder()
            .setProposalId(id)
            .setPortfolio("portfolio-" + id.hashCode() % 7)
            .setTitle("")
            .setChangedAt(AT)
            .setTrigger(Trigger.PROPOSAL)
            .setTriggerKey(id)
            .setBestModel(null)
            .setBefore(outcome(from))
            .setAfter(outcome(to))
            .build();
    Future<RecordMetadata> sent =
        producer.send(new ProducerRecord<>("recommendation-changes", id, change));
    assertThat(sent).isNotNull();
  }

  private static @Nullable OutcomeSummary outcome(@Nullable Verdict verdict) {
    return verdict == null ? null : new OutcomeSummary(Decision.FINE_TUNE, verdict, 0.0, 0.0, 0.0);
  }

  private static void awaitRows(String database, int rows) {
    Awaitility.await(rows + " rows")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> number(database, "select count(*) from recommendations") >= rows);
  }

  private static void awaitLastOffsets(Cluster cluster, String database) {
    Awaitility.await("the last offsets")
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                (long)
                        number(
                            database,
                            "select sum(next_offset) from source_offsets"
                                + " where topic in ('recommendations', 'recommendation-changes')")
                    == cluster.end("recommendations") + cluster.end("recommendation-changes"));
  }

  private static double number(String database, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getDouble(1);
    }
  }
}
