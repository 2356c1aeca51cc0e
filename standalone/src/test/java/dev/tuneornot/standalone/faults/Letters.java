package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.standalone.endtoend.CommittedLog;
import dev.tuneornot.streams.inbound.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the committed dead letters. */
final class Letters implements AutoCloseable {
  private final CommittedLog log;
  private final List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();

  Letters(Cluster cluster) {
    log = new CommittedLog(cluster.bootstrapServers(), "dead-letters");
  }

  /** All there are at present. */
  List<ConsumerRecord<String, byte[]>> read() {
    log.readToEnd(all::add);
    return List.copyOf(all);
  }

  /** Of which records they are, and why, such as {@code pricing-0@4 UNDECODABLE}. */
  List<String> sources() {
    return read().stream()
        .map(
            letter ->
                "%s-%s@%s %s"
                    .formatted(
                        header(letter, DeadLetters.TOPIC),
                        header(letter, DeadLetters.PARTITION),
                        header(letter, DeadLetters.OFFSET),
                        header(letter, DeadLetters.REASON)))
        .toList();
  }

  /** Those of a source record; there should be one or none. */
  List<ConsumerRecord<String, byte[]>> of(String topic, int partition, long offset) {
    return read().stream()
        .filter(
            letter ->
                header(letter, DeadLetters.TOPIC).equals(topic)
                    && header(letter, DeadLetters.PARTITION).equals(Integer.toString(partition))
                    && header(letter, DeadLetters.OFFSET).equals(Long.toString(offset)))
        .toList();
  }

  static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() {
    log.close();
  }
}
