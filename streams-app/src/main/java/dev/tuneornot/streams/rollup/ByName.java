package dev.tuneornot.streams.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends the partial results of one name to one partition, whichever task they come from. */
public final class ByName implements StreamPartitioner<byte[], byte[]> {

  /** The one with headers, which is to take its place, has this one as its default. */
  @SuppressWarnings("removal")
  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, byte[] value, int numPartitions) {
    byte[] name = PartialKey.fromBytes(key).name().getBytes(UTF_8);
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(name)) % numPartitions));
  }
}
