package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.RandomInputs;
import dev.tuneornot.schemas.RandomRecords;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

  private static final int RECORDS = 10_000;
  private static final JsonFactory FACTORY = new JsonFactory();

  static Stream<Class<? extends SpecificRecord>> anyRecord() {
    return Stream.of(
        Proposal.class,
        ModelPricing.class,
        Policy.class,
        Recommendation.class,
        PortfolioSummary.class,
        PriceImpact.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  <T extends SpecificRecord> void anyRecord(Class<T> type) throws Exception {
    RandomRecords random = new RandomRecords(20261122);
    Schema schema = type.getConstructor().newInstance().getSchema();
    AvroJsonReader<T> reader = new AvroJsonReader<>(type, schema);
    ViolationList violations = new ViolationList();
    for (int i = 0; i < RECORDS; i++) {
      SpecificRecord record = random.record(schema);
      byte[] json = write(new AvroJsonWriter(schema, i % 2 == 0), record);

      try (JsonParser in = FACTORY.createParser(json)) {
        in.nextToken();
        T read = reader.read(in, violations);
        if (!read.equals(record)) {
          assertThat(read).as("record %s", i).isEqualTo(record);
        }
        assertThat(in.nextToken()).isNull();
      }
    }
    assertThat(violations.toList()).isEmpty();
  }

  static Stream<Arguments> validInput() {
    RandomInputs random = new RandomInputs(20261122);
    return Stream.of(
        Arguments.of(RecordType.PROPOSAL, (Supplier<SpecificRecord>) random::proposal),
        Arguments.of(RecordType.MODEL_PRICING, (Supplier<SpecificRecord>) random::pricing),
        Arguments.of(RecordType.POLICY, (Supplier<SpecificRecord>) random::policy));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  <T extends SpecificRecord> void validInput(RecordType<T> type, Supplier<T> random)
      throws IOException {
    AvroJsonWriter writer = new AvroJsonWriter(type.schema(), true);
    for (int i = 0; i < RECORDS; i++) {
      T record = random.get();
      byte[] json = write(writer, record);

      JsonRecordReader<T> lines = JsonRecordReader.lines(type, new ByteArrayInputStream(json));
      JsonRecordReader<T> array = JsonRecordReader.array(type, new ByteArrayInputStream(json));

      Entry<T> expected = new Entry.Accepted<>(1, record);
      if (!lines.next().equals(expected) || !array.next().equals(expected)) {
        assertThat(JsonRecordReader.lines(type, new ByteArrayInputStream(json)).next())
            .isEqualTo(expected);
        assertThat(JsonRecordReader.array(type, new ByteArrayInputStream(json)).next())
            .isEqualTo(expected);
      }
      assertThat(lines.hasNext() || array.hasNext()).isFalse();
    }
  }

  private static byte[] write(AvroJsonWriter writer, SpecificRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      writer.write(record, out);
    }
    return bytes.toByteArray();
  }
}
