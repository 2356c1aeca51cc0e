package dev.tuneornot.cli.schemas;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.schemas.SubjectState.Status;
import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.schemas.topics.TopicSpec;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Asks the registry about our schemas, one subject after the other. */
final class Subjects implements Closeable {

  private static final int CONFLICT = 409;

  private final Clients clients;
  private final SchemaRegistryClient registry;

  Subjects(Clients clients) {
    this.clients = clients;
    this.registry = clients.registry();
  }

  /** A question about one subject. */
  private interface Question {
    SubjectState ask(String subject, AvroSchema schema) throws IOException, RestClientException;
  }

  /** Whether each schema is registered, and if not, whether it could be. */
  List<SubjectState> check() {
    return forEach(this::check);
  }

  /** Registers what is not registered. */
  List<SubjectState> register() {
    return forEach(this::register);
  }

  @Override
  public void close() throws IOException {
    registry.close();
  }

  private List<SubjectState> forEach(Question question) {
    List<SubjectState> states = new ArrayList<>();
    for (TopicSpec topic : TopicSpec.all()) {
      Schema schema = topic.schema().orElse(null);
      if (schema != null) {
        String subject = topic.subject(clients.settings().topicPrefix());
        try {
          states.add(question.ask(subject, new AvroSchema(schema)));
        } catch (IOException | RestClientException failure) {
          throw clients.failures().ofRegistry(failure);
        }
      }
    }
    return states;
  }

  private SubjectState check(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    Integer id = idOf(subject, schema);
    if (id != null) {
      return new SubjectState(subject, id, Status.OK, null);
    }
    List<String> clashes = clashes(subject, schema);
    return clashes.isEmpty()
        ? new SubjectState(
            subject, null, Status.MISSING, "not registered; `schemas register` registers it")
        : new SubjectState(subject, null, Status.INCOMPATIBLE, clashes.get(0));
  }

  private SubjectState register(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    Integer id = idOf(subject, schema);
    if (id != null) {
      return new SubjectState(subject, id, Status.OK, null);
    }
    try {
      return new SubjectState(subject, registry.register(subject, schema), Status.REGISTERED, null);
    } catch (RestClientException refusal) {
      if (refusal.getStatus() == CONFLICT) {
        return new SubjectState(subject, null, Status.INCOMPATIBLE, refusal.getMessage());
      }
      throw refusal;
    }
  }

  private @Nullable Integer idOf(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    try {
      return registry.getId(subject, schema);
    } catch (RestClientException failure) {
      if (RegistryFailure.of(failure) == RegistryFailure.NOT_FOUND) {
        return null;
      }
      throw failure;
    }
  }

  private List<String> clashes(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    try {
      return registry.testCompatibilityVerbose(subject, schema);
    } catch (RestClientException failure) {
      // No version of the subject yet: nothing to clash with.
      if (RegistryFailure.of(failure) == RegistryFailure.NOT_FOUND) {
        return List.of();
      }
      throw failure;
    }
  }
}
