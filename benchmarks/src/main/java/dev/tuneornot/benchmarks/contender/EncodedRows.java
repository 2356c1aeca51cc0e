package dev.tuneornot.benchmarks.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * The recommendations of a re-score as bytes, dealt to threads by partition as the tasks of a
 * streams app are. At most {@value #HELD} are held; where more are wanted, they are sent again.
 */
final class EncodedRows {
  private static final long HELD = 100_000;
  private static final String TOPIC = "recommendations";
  private static final int PARTITIONS = 4;

  @SuppressWarnings("ArrayRecordComponent") // Bytes to send; nobody compares these records.
  private record Row(byte[] key, byte[] value) {}

  private final List<List<Row>> byThread = new ArrayList<>();

  private EncodedRows(int threads) {
    for (int i = 0; i < threads; i++) {
      byThread.add(new ArrayList<>());
    }
  }

  static EncodedRows of(Portfolio portfolio, ProposalFile file, Arguments settings, int threads)
      throws IOException {
    EncodedRows rows = new EncodedRows(threads);
    Map<String, ModelPricing> prices = new HashMap<>();
    portfolio.prices().forEach(price -> prices.put(price.getModelId(), price));
    AvroBytes<Proposal> codec = new AvroBytes<>(Proposal.class, Proposal.getClassSchema());
    Policy policy = Policies.builtin();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    try (KafkaAvroSerializer serializer =
        new KafkaAvroSerializer(RegistryClients.create(settings.registry()), settings.registry())) {
      file.forEach(
          0,
          Math.min(settings.number("proposals"), 2 * HELD),
          (number, id, avro) -> {
            if (Portfolio.isDependant(number)) {
              Recommendation row =
                  Evaluator.evaluate(codec.decode(avro, 0), null, prices::get, policy, now);
              row.setTrigger(Trigger.PRICE);
              row.setTriggerKey(Portfolio.HOT_MODEL);
              rows.add(new Row(id.getBytes(UTF_8), serializer.serialize(TOPIC, row)));
            }
          });
    }
    return rows;
  }

  private void add(Row row) {
    int partition = Utils.toPositive(Utils.murmur2(row.key())) % PARTITIONS;
    byThread.get(partition % byThread.size()).add(row);
  }

  /** Sends {@code wanted} rows of those dealt to {@code thread}. */
  void send(int thread, long wanted, Transactions transactions) {
    List<Row> rows = byThread.get(thread);
    for (long i = 0; i < wanted; i++) {
      Row row = rows.get((int) (i % rows.size()));
      transactions.send(
          new ProducerRecord<>(
              TOPIC, null, System.currentTimeMillis(), row.key(), row.value(), null));
      transactions.commitIfDue();
    }
    transactions.commit();
  }
}
