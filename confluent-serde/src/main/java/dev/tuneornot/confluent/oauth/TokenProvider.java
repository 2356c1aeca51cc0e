package dev.tuneornot.confluent.oauth;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the two sources share. Configured once, by the registry client, before its first use. */
abstract sealed class TokenProvider implements BearerAuthCredentialProvider
    permits OauthProvider, SaslOauthProvider {

  // The name that Confluent Cloud gives it in sasl.jaas.config.
  private static final String IDENTITY_POOL_OPTION = "extension_identityPoolId";

  private @Nullable TokenSource tokens;
  private @Nullable String logicalCluster;
  private @Nullable String identityPool;

  /** Options of the login module. */
  abstract Map<String, ?> loginOptions(Map<String, ?> settings);

  @Override
  public void configure(Map<String, ?> settings) {
    Map<String, ?> options = loginOptions(settings);
    logicalCluster = text(settings.get(SchemaRegistryClientConfig.BEARER_AUTH_LOGICAL_CLUSTER));
    Object pool = settings.get(SchemaRegistryClientConfig.BEARER_AUTH_IDENTITY_POOL_ID);
    identityPool = text(pool == null ? options.get(IDENTITY_POOL_OPTION) : pool);
    tokens = TokenSource.create(settings, options);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public String getBearerToken(URL registry) {
    if (tokens == null) {
      throw new IllegalStateException(alias() + " is not configured");
    }
    return tokens.token();
  }

  @Override
  public @Nullable String getTargetSchemaRegistry() {
    return logicalCluster;
  }

  @Override
  public @Nullable String getTargetIdentityPoolId() {
    return identityPool;
  }

  @Override
  public void close() throws IOException {
    if (tokens != null) {
      tokens.close();
    }
  }
}
