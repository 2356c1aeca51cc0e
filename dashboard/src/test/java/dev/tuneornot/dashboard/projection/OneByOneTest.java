package dev.tuneornot.dashboard.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OneByOneTest {
  private static final TopicPartition PARTITION = new TopicPartition("recommendations", 0);

  private final Map<TopicPartition, Long> noted = new HashMap<>(Map.of(PARTITION, 3L));
  private final List<String> written = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final OneByOne oneByOne =
      new OneByOne(
          OneByOneTest::decoded,
          this::write,
          (record, reason) -> passedOver.add(record.key() + "@" + record.offset() + ": " + reason));

  private static Batch decoded(Iterable<ConsumerRecord<String, byte[]>> records) {
    Batch batch = new Batch();
    records.forEach(record -> batch.recommendations().delete(record.key()));
    return batch;
  }

  /** As the database does that cannot keep one of the keys. */
  private void write(Batch batch) throws DataRefusedException {
    if (batch.changedProposals().contains("bad")) {
      throw new DataRefusedException(new SQLException("too long", "54000"));
    }
    written.addAll(batch.changedProposals());
    batch
        .advances()
        .forEach(
            (partition, advance) -> {
              assertThat(advance.from()).isEqualTo(noted.get(partition));
              noted.put(partition, advance.to());
            });
  }

  @Test
  void shouldPassOverWhatTheDatabaseRefusesAndWriteTheRest() throws Exception {
    oneByOne.write(List.of(record("a", 3), record("bad", 4), record("b", 9)), noted);

    assertThat(written).containsExactly("a", "b");
    assertThat(passedOver).containsExactly("bad@4: the database refuses it: too long");
    assertThat(noted).containsEntry(PARTITION, 10L);
  }

  private static ConsumerRecord<String, byte[]> record(String key, long offset) {
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, key, null);
  }
}
