package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of the recommendations topic: the last of each proposal, how many there were since
 * a mark, and that each continues the history that the one before it tells.
 */
final class Ledger implements AutoCloseable {
  private static final String TOPIC = "recommendations";

  private final Cluster cluster;
  private final CommittedLog log;
  private final Map<String, byte[]> last = new HashMap<>();
  private final Map<String, History> histories = new HashMap<>();
  private final Map<String, Integer> sinceMark = new HashMap<>();
  private final Map<String, Map<String, Integer>> answers = new HashMap<>();

  private final Flips flips = new Flips();

  private record History(Verdict verdict, @Nullable Verdict previous, Instant since) {}

  Ledger(Cluster cluster) {
    this.cluster = cluster;
    this.log = new CommittedLog(cluster.bootstrapServers(), TOPIC);
  }

  /** Reads on to the present end. */
  Ledger catchUp() {
    log.readToEnd(this::enter);
    return this;
  }

  private void enter(ConsumerRecord<String, byte[]> message) {
    String id = message.key();
    sinceMark.merge(id, 1, Integer::sum);
    Header batch = message.headers().lastHeader(BatchId.HEADER);
    if (batch != null) {
      String name = new String(batch.value(), UTF_8);
      answers.computeIfAbsent(name, unused -> new HashMap<>()).merge(id, 1, Integer::sum);
    }
    byte[] before = last.get(id);
    Flips.Side was = before == null ? null : Flips.Side.of(decode(before));
    if (message.value() == null) {
      flips.note(id, was, null);
      last.remove(id);
      histories.remove(id);
      return;
    }
    last.put(id, message.value());
    Recommendation recommendation = decode(message.value());
    History told = history(recommendation);
    assertThat(told)
        .as("history told by %s at offset %d", id, message.offset())
        .isEqualTo(continued(histories.get(id), recommendation));
    histories.put(id, told);
    flips.note(id, was, Flips.Side.of(recommendation));
  }

  /** All flips that it has seen. */
  Flips flips() {
    return flips;
  }

  private static History history(Recommendation recommendation) {
    return new History(
        recommendation.getVerdict(),
        recommendation.getPreviousVerdict(),
        recommendation.getVerdictSince());
  }

  private static History continued(@Nullable History before, Recommendation now) {
    if (before == null) {
      return new History(now.getVerdict(), null, now.getEvaluatedAt());
    }
    return before.verdict() == now.getVerdict()
        ? before
        : new History(now.getVerdict(), before.verdict(), now.getEvaluatedAt());
  }

  private Recommendation decode(byte[] value) {
    return Objects.requireNonNull(cluster.decode(TOPIC, value, Recommendation.class));
  }

  /** How many proposals have a recommendation. */
  int size() {
    return last.size();
  }

  /** Counts anew from here on. */
  void mark() {
    sinceMark.clear();
  }

  /** Counts anew, and expects every history to begin anew, from here on. */
  void beginAnew() {
    mark();
    histories.clear();
  }

  /** By proposal; those without any since the mark are not in it. */
  Map<String, Integer> countsSinceMark() {
    return Map.copyOf(sinceMark);
  }

  /** How many records there were, by proposal, that carry the headers of a batch. */
  Map<String, Integer> answersTo(String batch) {
    return Map.copyOf(answers.getOrDefault(batch, Map.of()));
  }

  /** The last recommendation of each proposal that has one. */
  void forEachLast(BiConsumer<String, Recommendation> visitor) {
    last.forEach((id, value) -> visitor.accept(id, decode(value)));
  }

  @Override
  public void close() {
    log.close();
  }
}
