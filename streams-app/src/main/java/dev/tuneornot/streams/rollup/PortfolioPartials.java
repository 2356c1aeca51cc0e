package dev.tuneornot.streams.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
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
  private final Set<String> changed = new TreeSet<>();

  /**
   * @param sent what was last sent, by portfolio
   * @param partition the task's
   */
  public PortfolioPartials(KeyValueStore<Bytes, byte[]> sent, int partition) {
    this.sent = sent;
    this.partition = partition;
  }

  /** Counts every portfolio of the last run as changed. */
  public void load() {
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
   * What is to be sent of portfolios that have changed since the last call; the value is null where
   * one is empty.
   *
   * @param most how many portfolios at the most; the others stay changed
   */
  public List<Record<byte[], byte @Nullable []>> takeChanged(int most, long now) {
    List<Record<byte[], byte @Nullable []>> records = new ArrayList<>();
    Iterator<String> left = changed.iterator();
    for (int taken = 0; taken < most && left.hasNext(); taken++) {
      String portfolio = left.next();
      left.remove();
      Bytes key = Bytes.wrap(portfolio.getBytes(UTF_8));
      byte[] value = present(portfolio);
      if (!Arrays.equals(sent.get(key), value)) {
        sent.put(key, value);
        byte[] name = new PartialKey(portfolio, partition).toBytes();
        records.add(new Record<>(name, value, now));
      }
    }
    return records;
  }

  private byte @Nullable [] present(String portfolio) {
    PortfolioSums present = sums.get(portfolio);
    if (present == null || present.isEmpty()) {
      sums.remove(portfolio);
      return null;
    }
    return present.toBytes(portfolio);
  }

  private PortfolioSums sumsOf(String portfolio) {
    changed.add(portfolio);
    return sums.computeIfAbsent(portfolio, unused -> new PortfolioSums());
  }
}
