package dev.tuneornot.confluent;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Registry clients for code that talks to the registry itself, beside the serializers. */
public final class RegistryClients {

  private RegistryClients() {}

  /**
   * A client that caches what it has seen, built as {@code KafkaAvroSerializer} builds its own from
   * the same settings: {@code schema.registry.url} (a list, or {@code mock://scope}), {@code
   * max.schemas.per.subject}, {@code request.header.*}, {@code basic.auth.*}, {@code
   * bearer.auth.*}, {@code schema.registry.ssl.*} and all others under {@code schema.registry.}.
   * Settings it does not know are left alone. The caller closes it.
   *
   * @throws ConfigException if {@code schema.registry.url} is missing, a setting has a wrong type,
   *     or settings do not go together
   */
  public static SchemaRegistryClient create(Map<String, ?> settings) {
    KafkaAvroSerializerConfig config = new KafkaAvroSerializerConfig(settings);
    AvroSchemaProvider provider = new AvroSchemaProvider();
    try {
      return SchemaRegistryClientFactory.newClient(
          config.getSchemaRegistryUrls(),
          config.getMaxSchemasPerSubject(),
          List.of(provider),
          config.originalsWithPrefix(""),
          config.requestHeaders());
    } catch (ConfigException e) {
      throw e;
    } catch (RuntimeException e) {
      // Confluent's client throws no more special one for wrong settings of TLS.
      ConfigException wrong =
          new ConfigException(
              "No registry client can be made of the settings: " + RootCause.message(e));
      wrong.initCause(e);
      throw wrong;
    }
  }
}
