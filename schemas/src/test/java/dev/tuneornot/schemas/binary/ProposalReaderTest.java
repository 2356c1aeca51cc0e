package dev.tuneornot.schemas.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records are made up by the schema, so a field that the reader does not know is noticed. */
class ProposalReaderTest {
  private static final Schema SCHEMA = Proposal.getClassSchema();
  private static final String UNREADABLE = "unreadable";

  private final DatumReader<Proposal> reader = ProposalReader.of(SCHEMA);
  private final DatumReader<Proposal> avros = new SpecificDatumReader<>(SCHEMA);

  @BeforeAll
  static void trustOurClasses() {
    TrustedClasses.install();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  static Stream<String> fields() {
    return SCHEMA.getFields().stream().map(Schema.Field::name);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldReadWhatAvrosReaderReads(long seed) throws IOException {
    Proposal proposal = (Proposal) RecordMaker.made(SCHEMA, new Random(seed));

    assertThat(read(reader, encode(proposal))).isEqualTo(proposal);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void shouldReadEachField(String field) throws IOException {
    Proposal one = (Proposal) RecordMaker.made(SCHEMA, new Random(1));
    Proposal other = (Proposal) RecordMaker.made(SCHEMA, new Random(2));
    int position = SCHEMA.getField(field).pos();
    one.put(position, other.get(position));

    assertThat(read(reader, encode(one)).get(position)).isEqualTo(other.get(position));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldRefuseOfMutatedBytesWhatAvrosReaderRefuses(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = encode((Proposal) RecordMaker.made(SCHEMA, random));
    for (int i = 0; i < 100; i++) {
      byte[] bytes = Arrays.copyOf(whole, whole.length - random.nextInt(3));
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      assertThat(readOrNot(reader, bytes)).isEqualTo(readOrNot(avros, bytes));
    }
  }

  @Test
  void shouldLeaveRecordsOfOtherSchemasToAvro() throws IOException {
    Schema former =
        SchemaBuilder.record(SCHEMA.getFullName())
            .fields()
            .requiredString("title")
            .requiredString("proposalId")
            .endRecord();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(former)
        .write(
            new GenericRecordBuilder(former).set("title", "t").set("proposalId", "p").build(),
            encoder);
    encoder.flush();

    Proposal proposal = read(ProposalReader.of(former), bytes.toByteArray());

    assertThat(proposal.getProposalId()).isEqualTo("p");
    assertThat(proposal.getTitle()).isEqualTo("t");
    assertThat(proposal.getPortfolio()).isEqualTo("default");
  }

  @Test
  void shouldRefuseAnotherSchema() {
    assertThatThrownBy(() -> reader.setSchema(Policy.getClassSchema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev.tuneornot.model.Policy");
    reader.setSchema(SCHEMA);
  }

  private static byte[] encode(Proposal proposal) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    DatumWriter<Proposal> writer = new SpecificDatumWriter<>(SCHEMA);
    writer.write(proposal, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Proposal read(DatumReader<Proposal> reader, byte[] bytes) throws IOException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    Proposal proposal = reader.read(null, decoder);
    assertThat(decoder.isEnd()).isTrue();
    return proposal;
  }

  /** The record and how many bytes are left over behind it, or that there is none. */
  private static String readOrNot(DatumReader<Proposal> reader, byte[] bytes) {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    try {
      return reader.read(null, decoder) + " " + decoder.inputStream().available();
    } catch (IOException | RuntimeException e) {
      return UNREADABLE;
    }
  }
}
