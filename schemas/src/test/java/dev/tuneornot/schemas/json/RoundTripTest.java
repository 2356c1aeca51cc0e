package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
import java.io.InputStream;
import java.util.List;
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
    List<T> records = Stream.generate(random).limit(RECORDS).toList();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    for (T record : records) {
      byte[] json = write(writer, record);
      lines.writeBytes(json);
      lines.write('\n');
      array.write(array.size() == 0 ? '[' : ',');
      array.writeBytes(json);
    }
    array.write(']');

    JsonRecordReader<T> ofLines = JsonRecordReader.lines(type, in(lines));
    JsonRecordReader<T> ofArray = JsonRecordReader.array(type, in(array));

    for (int i = 0; i < RECORDS; i++) {
      Entry<T> line = ofLines.next();
      Entry<T> element = ofArray.next();
      if (!line.equals(new Entry.Accepted<>(i + 1L, records.get(i)))
          || !element.equals(new Entry.Accepted<>(1, records.get(i)))) {
        fail("%s was read as %s and as %s", records.get(i), line, element);
      }
    }
    assertThat(ofLines.hasNext() || ofArray.hasNext()).isFalse();
  }

  private static InputStream in(ByteArrayOutputStream bytes) {
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static byte[] write(AvroJsonWriter writer, SpecificRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      writer.write(record, out);
    }
    return bytes.toByteArray();
  }
}
