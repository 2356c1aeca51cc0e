package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final int ID = 7;
  private static final Proposal PROPOSAL;

  static {
    TrustedClasses.install();
    PROPOSAL = Proposal.newBuilder().setProposalId("p-1").setTitle("A title").build();
  }

  private final RecordReader<Proposal> reader = new RecordReader<>(Proposal.class);

  @Test
  void shouldReadWhatItsWriterSchemaIsKnownOf() throws Exception {
    assertThat(reader.knows(ID)).isFalse();

    reader.learn(ID, Proposal.SCHEMA$);

    assertThat(reader.knows(ID)).isTrue();
    assertThat(reader.read(framed(PROPOSAL))).isEqualTo(PROPOSAL);
    assertThat(reader.writerOf(framed(PROPOSAL))).isEqualTo(Proposal.SCHEMA$);
  }

  @Test
  void shouldReadOutOfTheMiddleOfAnArray() throws Exception {
    reader.learn(ID, Proposal.SCHEMA$);
    byte[] framed = framed(PROPOSAL);
    byte[] around = new byte[framed.length + 20];
    System.arraycopy(framed, 0, around, 10, framed.length);

    assertThat(reader.read(around, 10, 10 + framed.length)).isEqualTo(PROPOSAL);
  }

  @Test
  void shouldRefuseWhatIsCutShortOrHasBytesLeftOver() throws Exception {
    reader.learn(ID, Proposal.SCHEMA$);
    byte[] framed = framed(PROPOSAL);

    assertUnreadable(Arrays.copyOf(framed, framed.length - 3), "Proposal");
    assertUnreadable(Arrays.copyOf(framed, framed.length + 3), "left over");
  }

  @Test
  void shouldRefuseTheSchemaOfAnotherRecord() {
    assertThatThrownBy(() -> reader.learn(ID, Policy.SCHEMA$))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("must be of dev.tuneornot.model.Proposal");
    assertThat(reader.knows(ID)).isFalse();
  }

  @Test
  void shouldRefuseDataThatNestsAsDeeplyAsItLikes() throws Exception {
    reader.learn(ID, selfNesting(Proposal.SCHEMA$));

    assertUnreadable(WireFormat.frame(ID, nested(100_000)), "StackOverflowError");
  }

  @Test
  void shouldAskTheRegistryForTheWriterSchema() throws Exception {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    RegistryReader<Proposal> ofRegistry = new RegistryReader<>(Proposal.class, registry);
    byte[] value;
    try (KafkaAvroSerializer serializer =
        new KafkaAvroSerializer(registry, Map.of("schema.registry.url", "mock://reader"))) {
      value = serializer.serialize("proposals", PROPOSAL);
    }
    int nesting = registry.register("nesting", new AvroSchema(selfNesting(Proposal.SCHEMA$)));

    assertThat(ofRegistry.read(value)).isEqualTo(PROPOSAL);
    assertThatThrownBy(() -> ofRegistry.read(WireFormat.frame(nesting, nested(100_000))))
        .isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> ofRegistry.read(new byte[] {1, 2, 3}))
        .isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> ofRegistry.read(WireFormat.frame(4711, new byte[3])))
        .isInstanceOfSatisfying(
            RegistryReader.RegistryException.class,
            e -> assertThat(e.failure()).isEqualTo(RegistryFailure.NOT_FOUND));
  }

  private void assertUnreadable(byte[] value, String why) {
    assertThatThrownBy(() -> reader.read(value))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(why);
  }

  /** The schema with a field of itself before all others. */
  private static Schema selfNesting(Schema schema) {
    Schema nesting =
        Schema.createRecord(schema.getName(), null, schema.getNamespace(), schema.isError());
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(
        new Schema.Field(
            "nest", Schema.createUnion(Schema.create(Schema.Type.NULL), nesting), null, null));
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    nesting.setFields(fields);
    return nesting;
  }

  /** Branch 1 of the union, so many times. */
  private static byte[] nested(int depth) {
    byte[] payload = new byte[depth];
    Arrays.fill(payload, (byte) 2);
    return payload;
  }

  private static byte[] framed(SpecificRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return WireFormat.frame(ID, bytes.toByteArray());
  }
}
