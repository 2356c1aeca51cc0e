package dev.tuneornot.confluent.oauth;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import java.util.Map;

/** Source {@code OAUTHBEARER}: everything from {@code bearer.auth.*}. Loaded by name. */
public final class OauthProvider extends TokenProvider {

  @Override
  public String alias() {
    return "OAUTHBEARER";
  }

  @Override
  Map<String, ?> loginOptions(Map<String, ?> settings) {
    return SchemaRegistryClientConfig.getClientSslConfig(settings);
  }
}
