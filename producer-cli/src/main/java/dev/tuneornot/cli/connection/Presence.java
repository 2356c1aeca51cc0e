package dev.tuneornot.cli.connection;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells whoever follows a topic when Kafka goes away and when it is back: a consumer that waits
 * says neither. Asks where nothing has come for a while, so that it is told within ten seconds.
 */
final class Presence {

  private static final Duration UNHEARD = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final TopicReader reader;
  private final String servers;
  private final Consumer<String> said;
  private final LongSupplier nanos;
  private long heardAt;
  private boolean away;

  Presence(TopicReader reader, String servers, Consumer<String> said, LongSupplier nanos) {
    this.reader = reader;
    this.servers = servers;
    this.said = said;
    this.nanos = nanos;
    this.heardAt = nanos.getAsLong();
  }

  /**
   * To be called behind each poll.
   *
   * @param records whether some came
   */
  void polled(boolean records) {
    if (records) {
      here();
    } else if (nanos.getAsLong() - heardAt >= UNHEARD.toNanos()) {
      if (reader.answers(PATIENCE)) {
        here();
      } else if (!away) {
        away = true;
        said.accept("Kafka at " + servers + " does not answer; waiting for it");
      }
    }
  }

  private void here() {
    heardAt = nanos.getAsLong();
    if (away) {
      away = false;
      said.accept("Kafka at " + servers + " is back");
    }
  }
}
