package dev.tuneornot.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroDecoderTest {
  private static final String SCOPE = "avro-decoder-test";

  static {
    TrustedClasses.install();
  }

  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
  private final AvroDecoder<Proposal> decoder =
      new AvroDecoder<>(
          Proposal.class,
          new Clients(
              ConnectionSettings.resolve(
                  Map.of(), Map.of(), Map.of(), Map.of("schema.registry.url", "mock://" + SCOPE))));

  @AfterEach
  void close() {
    decoder.close();
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @Test
  void shouldPassOverDataThatNestsAsDeeplyAsItLikes() throws Exception {
    int id = registry.register("nesting", new AvroSchema(selfNesting()));
    byte[] payload = new byte[100_000];
    Arrays.fill(payload, (byte) 2);

    assertThat(decoder.decode(WireFormat.frame(id, payload))).isEmpty();
  }

  @Test
  void shouldSayThatTheRegistryDoesNotHaveTheSchema() {
    assertThatThrownBy(() -> decoder.decode(WireFormat.frame(4711, new byte[3])))
        .isInstanceOf(OperationFailure.class)
        .hasMessageContaining("does not have the schema");
  }

  /** Today's schema with a field of itself before all others. */
  private static Schema selfNesting() {
    Schema ours = Proposal.SCHEMA$;
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
