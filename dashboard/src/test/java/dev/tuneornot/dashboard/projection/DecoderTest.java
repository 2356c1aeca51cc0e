package dev.tuneornot.dashboard.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class DecoderTest {
  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final Decoder decoder = new Decoder(registry);

  @Test
  void shouldRefuseDataThatNestsAsDeeplyAsItLikes() throws Exception {
    TrustedClasses.install();
    int id = registry.register("nesting", new AvroSchema(selfNesting()));
    byte[] payload = new byte[100_000];
    Arrays.fill(payload, (byte) 2);

    assertThatThrownBy(() -> decoder.decode(WireFormat.frame(id, payload), Recommendation.class))
        .isInstanceOf(Decoder.RefusedException.class)
        .hasMessageContaining("StackOverflowError");
  }

  @Test
  void shouldRefuseARecordOfAnUnknownSchema() {
    assertThatThrownBy(
            () -> decoder.decode(WireFormat.frame(4711, new byte[3]), Recommendation.class))
        .isInstanceOf(Decoder.RefusedException.class);
  }

  @Test
  void shouldTellWhereTheRegistryIsAway() {
    Decoder away =
        new Decoder(
            new MockSchemaRegistryClient() {
              @Override
              public io.confluent.kafka.schemaregistry.ParsedSchema getSchemaById(int id)
                  throws IOException {
                throw new ConnectException("refused");
              }
            });

    assertThatThrownBy(() -> away.decode(WireFormat.frame(1, new byte[3]), Recommendation.class))
        .isInstanceOf(Decoder.RegistryAwayException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains("does not answer", "refused"));
  }

  /** Today's schema with a field of itself before all others. */
  private static Schema selfNesting() {
    Schema ours = Recommendation.getClassSchema();
    Schema nesting = Schema.createRecord(ours.getName(), null, ours.getNamespace(), false);
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(
        new Schema.Field(
            "nest", Schema.createUnion(Schema.create(Schema.Type.NULL), nesting), null, null));
    ours.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    nesting.setFields(fields);
    return nesting;
  }
}
