package dev.tuneornot.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.schemas.topics.RecordHeaders;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.Closeable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Waits for what the streams app writes about prices that it holds. Looks at nothing that was there
 * before it was opened.
 */
public final class ReviewAnswers implements Closeable {
  private final TopicReader reader;

  /** What the app has written of a model last. */
  public record State(boolean isHeld) {}

  private ReviewAnswers(TopicReader reader) {
    this.reader = reader;
  }

  /** At the end of the topic. */
  public static ReviewAnswers open(Clients clients) {
    String topic = TopicSpec.PRICE_REVIEWS.name(clients.settings().topicPrefix());
    TopicReader reader = TopicReader.open(topic, clients);
    try {
      reader.skipToEnd();
      return new ReviewAnswers(reader);
    } catch (RuntimeException failure) {
      reader.close();
      throw failure;
    }
  }

  /**
   * What was written of each model, at the latest after {@code patience}; those without an answer
   * are left out.
   */
  public Map<String, State> await(Collection<String> modelIds, Duration patience) {
    Set<String> left = new HashSet<>(modelIds);
    Map<String, State> states = new LinkedHashMap<>();
    long end = System.nanoTime() + patience.toNanos();
    while (!left.isEmpty() && System.nanoTime() - end < 0) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll()) {
        String modelId = record.key() == null ? "" : new String(record.key(), UTF_8);
        boolean isOfApp = record.headers().lastHeader(RecordHeaders.WRITTEN_BY) != null;
        if (isOfApp && modelIds.contains(modelId)) {
          states.put(modelId, new State(record.value() != null));
          left.remove(modelId);
        }
      }
    }
    return states;
  }

  @Override
  public void close() {
    reader.close();
  }
}
