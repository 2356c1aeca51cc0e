package dev.tuneornot.schemas.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records are made up by the schema, so a field that the writer does not know is noticed. */
class RecommendationWriterTest {
  private static final Schema SCHEMA = Recommendation.getClassSchema();

  private final RecommendationWriter writer = new RecommendationWriter();

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
  void shouldGiveTheBytesOfAvrosWriter(long seed) throws IOException {
    Recommendation recommendation = (Recommendation) RecordMaker.made(SCHEMA, new Random(seed));

    byte[] bytes = encode(writer, recommendation);

    assertThat(bytes)
        .isEqualTo(encode(new SpecificDatumWriter<SpecificRecord>(SCHEMA), recommendation));
    assertThat(decode(bytes)).isEqualTo(recommendation);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void shouldWriteEachField(String field) throws IOException {
    Recommendation one = (Recommendation) RecordMaker.made(SCHEMA, new Random(1));
    Recommendation other = (Recommendation) RecordMaker.made(SCHEMA, new Random(2));
    int position = SCHEMA.getField(field).pos();
    Recommendation changed = Recommendation.newBuilder(one).build();
    changed.put(position, other.get(position));

    assertThat(decode(encode(writer, changed)).get(position)).isEqualTo(other.get(position));
  }

  @Test
  void shouldRefuseAnotherSchema() {
    assertThatThrownBy(() -> writer.setSchema(Proposal.getClassSchema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev.tuneornot.model.Proposal");
    writer.setSchema(SCHEMA);
  }

  private static byte[] encode(DatumWriter<SpecificRecord> writer, Recommendation recommendation)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    writer.write(recommendation, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Recommendation decode(byte[] bytes) throws IOException {
    return new SpecificDatumReader<Recommendation>(SCHEMA)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }
}
