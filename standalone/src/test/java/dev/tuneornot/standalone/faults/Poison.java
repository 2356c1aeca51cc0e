package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** Records that must be refused, under keys that have good values. */
final class Poison {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int UNKNOWN_ID = 4_711_000;

  /** A record, and the code that it is to be refused with. */
  record Bad(String reason, ProducerRecord<String, byte[]> record) {}

  /** A key of a topic, with its last good value and one that is out of bounds. */
  private record Target(String topic, String key, SpecificRecord good, SpecificRecord bad) {}

  private final AvroBytes avro;
  private final Random random;
  private final List<Bad> all = new ArrayList<>();

  private Poison(AvroBytes avro, Random random) {
    this.avro = avro;
    this.random = random;
  }

  /** Every kind for every input. */
  static List<Bad> of(Portfolio portfolio, AvroBytes avro, Random random) throws Exception {
    Poison poison = new Poison(avro, random);
    Proposal proposal = portfolio.proposals().get("p-0000001");
    Proposal endless = Proposal.newBuilder(proposal).build();
    endless.getTrainingData().setEpochs(1_000_000);
    ModelPricing pricing = portfolio.prices().get(Portfolio.BASELINE);
    ModelPricing negative = Portfolio.pricing(Portfolio.BASELINE, -1);
    Policy policy = Policy.newBuilder().setVersion("x").build();
    Policy forever = Policy.newBuilder().setVersion("x").setClosingSoonDays(0).build();
    List<Target> targets =
        List.of(
            new Target("proposals", proposal.getProposalId(), proposal, endless),
            new Target("pricing", pricing.getModelId(), pricing, negative),
            new Target("policies", "team-0", policy, forever));
    for (Target target : targets) {
      poison.addUnreadable(target);
      poison.addHostile(target);
      poison.addTooLarge(target);
    }
    poison.addMisplaced(proposal, portfolio.proposals().get("p-0000002"), pricing);
    return poison.all;
  }

  private void addUnreadable(Target target) throws Exception {
    byte[] good = avro.framed(target.good());
    byte[] noise = new byte[300];
    random.nextBytes(noise);
    noise[0] = 42;
    add("UNDECODABLE", target, noise);
    add("UNDECODABLE", target, new byte[0]);
    byte[] wrongMagic = good.clone();
    wrongMagic[0] = 1;
    add("UNDECODABLE", target, wrongMagic);
    add("UNKNOWN_SCHEMA", target, WireFormat.frame(UNKNOWN_ID, noise));
    add("UNDECODABLE", target, Arrays.copyOf(good, good.length - 2));
    add("UNDECODABLE", target, Arrays.copyOf(good, good.length + 2));
    add("INVALID_RECORD", target, avro.framed(target.bad()));
    // Avro, and of a schema that is known, but another record altogether.
    Schema other = SchemaBuilder.record("Other").fields().requiredString("name").endRecord();
    add("UNDECODABLE", target, WireFormat.frame(avro.id(other), new byte[] {2, 'x'}));
  }

  /** What would take all memory, or all time, of whoever believes it. */
  private void addHostile(Target target) throws Exception {
    int id = avro.id(target.good().getSchema());
    byte[] longestString = {(byte) 0xEE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    add("UNDECODABLE", target, WireFormat.frame(id, longestString));
    Schema recursive =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"%s","namespace":"%s","fields":[{"name":"nest","type":
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}}]}
                """
                    .formatted(
                        target.good().getSchema().getName(),
                        target.good().getSchema().getNamespace()));
    byte[] deep = new byte[500_000];
    Arrays.fill(deep, (byte) 2);
    add("UNDECODABLE", target, WireFormat.frame(avro.id(recursive), deep));
  }

  private void addTooLarge(Target target) {
    byte[] noise = new byte[MEBIBYTE / 2];
    random.nextBytes(noise);
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    large.writeBytes(noise);
    large.writeBytes(new byte[MEBIBYTE]);
    add("TOO_LARGE", target, large.toByteArray());
    add("TOO_LARGE", target, new byte[20 * MEBIBYTE]);
    ProducerRecord<String, byte[]> headers =
        new ProducerRecord<>(target.topic(), target.key(), noise);
    headers.headers().add("x", new byte[MEBIBYTE]);
    headers.headers().add("x".repeat(70_000), new byte[0]);
    all.add(new Bad("TOO_LARGE", headers));
    ProducerRecord<String, byte[]> key =
        new ProducerRecord<>(target.topic(), "k".repeat(MEBIBYTE), new byte[10]);
    all.add(new Bad("TOO_LARGE", key));
  }

  private void addMisplaced(Proposal proposal, Proposal other, ModelPricing pricing)
      throws Exception {
    byte[] value = avro.framed(proposal);
    all.add(
        new Bad("KEY_MISMATCH", new ProducerRecord<>("proposals", other.getProposalId(), value)));
    all.add(
        new Bad(
            "KEY_MISMATCH", new ProducerRecord<>("pricing", "acme/model-1", avro.framed(pricing))));
    String id = proposal.getProposalId();
    int right = Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % Cluster.PARTITIONS;
    int wrong = (right + 1) % Cluster.PARTITIONS;
    all.add(new Bad("WRONG_PARTITION", new ProducerRecord<>("proposals", wrong, id, value)));
  }

  private void add(String reason, Target target, byte[] value) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(target.topic(), target.key(), value);
    record.headers().add("trace", new byte[] {1, 2, 3});
    all.add(new Bad(reason, record));
  }
}
