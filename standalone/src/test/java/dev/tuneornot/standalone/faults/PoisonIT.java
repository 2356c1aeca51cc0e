package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.inbound.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that nobody should have sent, on all three inputs, between good ones: one dead letter
 * each, and everything else as if they were not there; also after the local state is lost.
 */
class PoisonIT {
  private static final long SEED = 20261125;
  private static final int PROPOSALS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern REFUSED =
      Pattern.compile("(?m)^tuneornot_refused_total\\{reason=\"(\\w+)\"\\} (\\S+)$");
  private static final int MEBIBYTE = 1024 * 1024;

  /** What the app takes from any source of records at any time. */
  private static final Map<String, String> ANY_TIMESTAMP =
      Map.of(
          "log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
          "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

  private final Random random = new Random(SEED);
  private final Map<RecordMetadata, ProducerRecord<String, byte[]>> poison = new HashMap<>();
  private final Map<RecordMetadata, String> reasons = new HashMap<>();

  @Test
  void shouldGiveEachBadRecordOneDeadLetterAndKeepTheLastGoodValue(@TempDir Path directory)
      throws Exception {
    Cluster cluster = Cluster.start(Brokers.embedded(directory.resolve("kafka"), ANY_TIMESTAMP));
    try (Stage stage = new Stage(directory, cluster, SEED, PROPOSALS, Map.of());
        Raw raw = new Raw(cluster);
        AvroBytes avro = new AvroBytes(cluster);
        Letters letters = new Letters(cluster)) {
      AppProcess app = stage.start("poison").awaitReady();
      stage.load();
      stage.loader.policy("team-0", policy());
      stage.truth.accept("team-0", policy());

      Poison.of(stage.portfolio, avro, random).forEach(bad -> send(raw, bad));
      List<Proposal> odd = Oddities.of(stage.portfolio, avro, raw);
      stage.truth.acceptProposals(odd);
      Proposal late = stage.portfolio.proposals().get("p-0000007");
      late.getWorkload().setRequestsPerMonth(1_000_000);
      stage.loader.proposals(List.of(late), "behind");
      stage.truth.accept(late);
      stage.expectations.oneAnswerForEachOf(List.of("p-0000007"), "behind");

      awaitLetters(letters);
      eachIsItsOriginal(letters);
      assertThat(refusals(app)).as("refusals counted").isEqualTo(byReason());
      stage.holds();
      assertThat(app.jvm().output()).doesNotContain("A stream thread died");

      app.kill();
      stage.wipe("poison");
      AppProcess restored = stage.start("poison").awaitReady();
      double ready = restored.age();
      stage.loader.price(stage.halfPriceBaseline().pricing());
      stage.truth.accept(stage.halfPriceBaseline().pricing());
      stage.holds();
      assertThat(letters.sources()).as("dead letters after a restore").hasSize(poison.size());
      assertThat(refusals(restored)).as("refusals counted after a restore").isEmpty();
      assertThat(restored.jvm().output()).doesNotContain("A stream thread died");
      long sent =
          (long) PROPOSALS + stage.portfolio.prices().size() + odd.size() + poison.size() + 3;
      new Result(
              "6, 8, 9, 10",
              "PoisonIT",
              "bad, oversized and oddly stamped records of every kind on proposals, pricing and"
                  + " policies; then state wiped, restored, re-scored",
              sent,
              poison.size(),
              ready)
          .write();
    }
  }

  private static Policy policy() {
    return Policy.newBuilder().setVersion("team-0").setMinimumExamples(100).build();
  }

  private void send(Raw raw, Poison.Bad bad) {
    try {
      RecordMetadata written = raw.send(bad.record());
      poison.put(written, bad.record());
      reasons.put(written, bad.reason());
    } catch (Exception e) {
      throw new AssertionError("The broker does not take " + bad.reason(), e);
    }
  }

  /** What /metrics counts, by reason; those that are 0 are left out. */
  private static Map<String, Long> refusals(AppProcess app) throws InterruptedException {
    Map<String, Long> counts = new TreeMap<>();
    REFUSED
        .matcher(app.metrics())
        .results()
        .forEach(line -> counts.put(line.group(1), (long) Double.parseDouble(line.group(2))));
    assertThat(counts).as("reasons that are counted").hasSameSizeAs(Reason.values());
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private Map<String, Long> byReason() {
    return reasons.values().stream()
        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
  }

  private void awaitLetters(Letters letters) {
    Set<String> expected = new TreeSet<>();
    reasons.forEach((source, reason) -> expected.add(source + " " + reason));
    Awaitility.await("dead letters")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(letters.sources()).containsAll(expected));
    assertThat(letters.sources()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private void eachIsItsOriginal(Letters letters) {
    poison.forEach(
        (source, original) -> {
          List<ConsumerRecord<String, byte[]>> found =
              letters.of(source.topic(), source.partition(), source.offset());
          assertThat(found).as("dead letters of %s %s", source, reasons.get(source)).hasSize(1);
          ConsumerRecord<String, byte[]> letter = found.get(0);
          assertThat(Letters.header(letter, DeadLetters.REASON)).isEqualTo(reasons.get(source));
          assertThat(Letters.header(letter, DeadLetters.MESSAGE)).isNotBlank();
          assertThat(Letters.header(letter, DeadLetters.REFUSED_AT)).isNotBlank();
          if (letter.headers().lastHeader(DeadLetters.CUT) == null) {
            assertThat(letter.key()).isEqualTo(original.key());
            assertThat(letter.value()).isEqualTo(original.value());
            for (Header header : original.headers()) {
              assertThat(letter.headers().lastHeader(header.key()).value())
                  .isEqualTo(header.value());
            }
          } else {
            assertThat(original.value().length).isGreaterThan(MEBIBYTE);
            assertThat(original.value()).startsWith(Arrays.copyOf(letter.value(), 1_000));
          }
        });
  }
}
