package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Builds clients. Keys and values are bytes on both sides: they are encoded before they are sent,
 * so that a failure of the registry is told from one of the broker, and decoded only where they are
 * shown. The caller closes what it gets.
 */
public final class Clients {

  private final ConnectionSettings settings;
  private final Failures failures;

  public Clients(ConnectionSettings settings) {
    this.settings = settings;
    this.failures = new Failures(settings);
  }

  public ConnectionSettings settings() {
    return settings;
  }

  public Failures failures() {
    return failures;
  }

  public Admin admin() {
    return built(() -> Admin.create(settings.forAdmin()));
  }

  /** Idempotent, acknowledged by all in-sync replicas, Kafka's own partitioner. */
  public Producer<byte[], byte[]> producer() {
    return built(
        () ->
            new KafkaProducer<>(
                settings.forProducer(), new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /** Reads committed records only; in no group. */
  public Consumer<byte[], byte[]> consumer() {
    return built(
        () ->
            new KafkaConsumer<>(
                settings.forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  public SchemaRegistryClient registry() {
    try {
      return RegistryClients.create(settings.forRegistry());
    } catch (ConfigException unusable) {
      throw new OperationFailure(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private <C> C built(Supplier<C> client) {
    try {
      return client.get();
    } catch (KafkaException unusable) {
      throw failures.ofKafka(unusable);
    }
  }
}
