package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.DataContracts;
import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.confluent.program.StartupException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at start until the registry knows the schemas that the application writes. Their ids are in
 * the client's cache from then on, so that no stream thread ever has to ask for one.
 */
final class RegistryGate {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryGate.class);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

  private final SchemaRegistryClient client;
  private final boolean registers;
  private final Consumer<String> waitsFor;

  /**
   * @param waitsFor is told what is waited for, for a person
   * @param registers whether missing schemas are registered ({@code auto.register.schemas})
   */
  RegistryGate(SchemaRegistryClient client, boolean registers, Consumer<String> waitsFor) {
    this.client = client;
    this.registers = registers;
    this.waitsFor = waitsFor;
  }

  /**
   * Returns once all are known; those topics whose subjects have rules beside their schema.
   *
   * @param schemas by topic
   * @param stopped whether to give up; asked between attempts
   * @throws StartupException where waiting will not help: wrong credentials, a schema that is
   *     missing or not compatible
   */
  Set<String> await(Map<String, Schema> schemas, BooleanSupplier stopped)
      throws InterruptedException {
    Set<String> withRules = new HashSet<>();
    for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
      String subject = schema.getKey() + "-value";
      while (!isKnown(subject, schema.getValue())) {
        if (stopped.getAsBoolean()) {
          return withRules;
        }
        Thread.sleep(RETRY_INTERVAL.toMillis());
      }
      if (hasRules(subject)) {
        withRules.add(schema.getKey());
      }
    }
    return withRules;
  }

  /** Where the registry does not say, there may be some. */
  private boolean hasRules(String subject) {
    try {
      return DataContracts.hasRules(client, subject);
    } catch (IOException | RestClientException | RuntimeException e) {
      LOG.warn("The registry does not say whether subject {} has rules: {}", subject, e.toString());
      return true;
    }
  }

  private boolean isKnown(String subject, Schema schema) {
    try {
      if (registers) {
        client.register(subject, new AvroSchema(schema));
      } else {
        client.getId(subject, new AvroSchema(schema));
      }
      return true;
    } catch (Exception e) {
      switch (RegistryFailure.of(e)) {
        case UNREACHABLE -> {
          LOG.warn("Waiting for the schema registry: {}", e.toString());
          waitsFor.accept("waiting for the schema registry: " + e);
        }
        case UNAUTHORIZED ->
            throw new StartupException(
                "The schema registry refuses the credentials (basic.auth.*, bearer.auth.*): " + e,
                e);
        case NOT_FOUND ->
            throw new StartupException(
                "Subject "
                    + subject
                    + " has no such schema and auto.register.schemas is off; register it with"
                    + " `tune-or-not schemas register`",
                e);
        case OTHER ->
            throw new StartupException(
                "The schema registry refuses subject " + subject + ": " + e, e);
      }
      return false;
    }
  }
}
