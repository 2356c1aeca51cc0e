package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Proposal;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Good records that are unusual: of other schemas, very large, oddly stamped. */
final class Oddities {
  private static final int PLANES = 17;
  private static final Duration TEN_YEARS = Duration.ofDays(3_653);

  private final Portfolio portfolio;
  private final AvroBytes avro;
  private final Raw raw;
  private final List<Proposal> sent = new ArrayList<>();

  private Oddities(Portfolio portfolio, AvroBytes avro, Raw raw) {
    this.portfolio = portfolio;
    this.avro = avro;
    this.raw = raw;
  }

  /** Sends them; returns what they have to be taken for. */
  static List<Proposal> of(Portfolio portfolio, AvroBytes avro, Raw raw) throws Exception {
    Oddities oddities = new Oddities(portfolio, avro, raw);
    oddities.sendOfOtherSchemas();
    oddities.sendLarge();
    oddities.sendOddlyStamped();
    return oddities.sent;
  }

  private void sendOfOtherSchemas() throws Exception {
    Schema present = Proposal.getClassSchema();
    Schema.Field added =
        new Schema.Field(
            "sponsor",
            Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)),
            null,
            JsonProperties.NULL_VALUE);
    Schema newer = with(present, "", added);
    avro.registry().register("proposals-value", new AvroSchema(newer));
    Proposal ofNewer = changed("p-0000010");
    send(ofNewer, avro.framed(ofNewer, newer));

    Schema older = with(present, "title", null);
    Proposal ofOlder = changed("p-0000011");
    byte[] withoutTitle = avro.framed(ofOlder, older);
    ofOlder.setTitle("");
    send(ofOlder, withoutTitle);

    Schema.Field incompatible =
        new Schema.Field("title", Schema.create(Schema.Type.LONG), null, (Object) null);
    Schema broken = with(present, "title", incompatible);
    assertThatThrownBy(() -> avro.registry().register("proposals-value", new AvroSchema(broken)))
        .isInstanceOf(RestClientException.class)
        .hasMessageContaining("incompatible");
  }

  /** Without the field of a name, and with another one. */
  private static Schema with(Schema schema, String without, Schema.@Nullable Field more) {
    List<Schema.Field> fields =
        schema.getFields().stream()
            .filter(field -> !field.name().equals(without))
            .map(field -> new Schema.Field(field, field.schema()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (more != null) {
      fields.add(more);
    }
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private void sendLarge() throws Exception {
    Proposal everyPlane = changed("p-0000012");
    everyPlane.setTitle(
        IntStream.range(0, 500)
            .map(i -> (i % PLANES) << 16 | 0x4E00 + i)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
    send(everyPlane, avro.framed(everyPlane));

    Proposal manyCandidates = changed("p-0000013");
    manyCandidates.setCandidateModels(
        IntStream.range(0, 32)
            .mapToObj(i -> "acme/" + "x".repeat(30_000) + i)
            .collect(Collectors.toCollection(ArrayList::new)));
    send(manyCandidates, avro.framed(manyCandidates));
  }

  private void sendOddlyStamped() throws Exception {
    long now = System.currentTimeMillis();
    long ahead = Instant.ofEpochMilli(now).plus(TEN_YEARS).toEpochMilli();
    long[] stamps = {0, ahead, now, now - 1_000, 1, Long.MAX_VALUE};
    for (int i = 0; i < stamps.length; i++) {
      Proposal proposal = changed("p-000002" + i);
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              "proposals", null, stamps[i], proposal.getProposalId(), avro.framed(proposal));
      raw.send(record);
      sent.add(proposal);
    }
  }

  private Proposal changed(String id) {
    Proposal proposal = Proposal.newBuilder(portfolio.proposals().get(id)).build();
    proposal.getWorkload().setRequestsPerMonth(777_777);
    return proposal;
  }

  private void send(Proposal proposal, byte[] value) throws Exception {
    raw.send(new ProducerRecord<>("proposals", proposal.getProposalId(), value));
    sent.add(proposal);
  }
}
