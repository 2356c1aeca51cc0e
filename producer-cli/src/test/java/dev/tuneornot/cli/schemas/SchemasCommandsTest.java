package dev.tuneornot.cli.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.connection.AvroDecoder;
import dev.tuneornot.cli.connection.AvroEncoder;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.model.Proposal;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against Confluent's own registry in memory. */
class SchemasCommandsTest {

  private static final String SCOPE = "schemas-commands";
  private static final String URL = "mock://" + SCOPE;

  @AfterEach
  void forgetAll() {
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @Test
  void shouldNameWhatIsNotRegistered() {
    Result result = run("check");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("{\"subject\":\"proposals-value\",\"status\":\"MISSING\",\"problem\":")
        .contains("\"subject\":\"price-impacts-value\"");
    assertThat(result.err()).contains("9 of 9 schemas are not registered");
  }

  @Test
  void shouldRegisterOnceAndThenFindAllWell() {
    Result first = run("register");
    Result second = run("register");
    Result check = run("check");

    assertThat(first.exitCode()).isZero();
    assertThat(first.outLines())
        .hasSize(9)
        .allSatisfy(line -> assertThat(line).contains("\"status\":\"REGISTERED\"", "\"id\":"));
    assertThat(second.outLines())
        .allSatisfy(line -> assertThat(line).contains("\"status\":\"OK\""));
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void shouldSayWhyASchemaCannotBeRegistered() throws IOException, RestClientException {
    Schema other =
        SchemaBuilder.record("dev.tuneornot.model.Proposal")
            .fields()
            .requiredInt("proposalId")
            .endRecord();
    MockSchemaRegistry.getClientForScope(SCOPE)
        .register("eu.proposals-value", new AvroSchema(other));

    Result check = run("check", "--topic-prefix", "eu.");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.outLines().get(0)).contains("\"status\":\"INCOMPATIBLE\"", "TYPE_MISMATCH");
  }

  @Test
  void shouldRegisterExactlyWhatTheSerializerLooksUp() throws IOException, RestClientException {
    run("register");
    Clients clients =
        new Clients(
            ConnectionSettings.resolve(
                Map.of(),
                Map.of(),
                Map.of("auto.register.schemas", "false"),
                Map.of("schema.registry.url", URL)));
    Proposal proposal = Proposal.newBuilder().setProposalId("p-1").setTitle("ü").build();

    byte[] bytes;
    try (AvroEncoder encoder = new AvroEncoder("proposals", clients)) {
      bytes = encoder.encode(proposal);
    }

    assertThat(bytes[0]).isZero();
    try (AvroDecoder<Proposal> decoder = new AvroDecoder<>(Proposal.class, clients)) {
      assertThat(decoder.decode(bytes)).contains(proposal);
      assertThat(decoder.decode(new byte[] {1, 2, 3})).isEmpty();
    }
    ParsedSchema registered =
        MockSchemaRegistry.getClientForScope(SCOPE).getSchemaById(ByteBuffer.wrap(bytes).getInt(1));
    assertThat(registered.rawSchema()).isEqualTo(Proposal.SCHEMA$);
  }

  private static Result run(String command, String... more) {
    Object[] words = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"schemas", command, "--schema-registry", URL, "--output", "jsonl"},
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    return Shell.plain().run(words);
  }
}
