package dev.tuneornot.streams.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The partial sums of one task. They follow from the task's outcomes and are added up again when it
 * starts; the store holds what was last sent of each portfolio, so that after a crash between a
 * commit and the next flush whatever differs is sent, also that a portfolio has become empty.
 */
public final class PortfolioPartials {
  private final KeyValueStore<Bytes, byte[]> sent;
  private final int partition;
  private final Map<String, PortfolioSums> sums = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /**
   * @param sent what was last sent, by portfolio
   * @param partition the task's
   */
  public PortfolioPartials(KeyValueStore<Bytes, byte[]> sent, int partition) {
    this.sent = sent;
    this.partition = partition;
    try (KeyValueIterator<Bytes, byte[]> entries = sent.all()) {
      while (entries.hasNext()) {
        changed.add(new String(entries.next().key.get(), UTF_8));
      }
    }
  }

  /**
   * Takes {@code before} out of its portfolio's sums and puts {@code after} into those of its own.
   */
  public void change(@Nullable Contribution before, @Nullable Contribution after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before != null) {
      sumsOf(before.portfolio()).subtract(before);
    }
    if (after != null) {
      sumsOf(after.portfolio()).add(after);
    }
  }

  public boolean hasChanges() {
    return !changed.isEmpty();
  }

  /**
   * Sends the portfolios that have changed since the last flush.
   *
   * @param sink takes the key and the value of a record; a null value where a portfolio is empty
   */
  public void flush(BiConsumer<byte[], byte @Nullable []> sink) {
    for (String portfolio : new TreeSet<>(changed)) {
      send(portfolio, sink);
    }
    changed.clear();
  }

  private void send(String portfolio, BiConsumer<byte[], byte @Nullable []> sink) {
    PortfolioSums present = sums.get(portfolio);
    if (present != null && present.isEmpty()) {
      sums.remove(portfolio);
      present = null;
    }
    Bytes key = Bytes.wrap(portfolio.getBytes(UTF_8));
    byte[] value = present == null ? null : present.toBytes();
    if (!Arrays.equals(sent.get(key), value)) {
      sent.put(key, value);
      sink.accept(new PartialKey(portfolio, partition).toBytes(), value);
    }
  }

  private PortfolioSums sumsOf(String portfolio) {
    changed.add(portfolio);
    return sums.computeIfAbsent(portfolio, unused -> new PortfolioSums());
  }
}
