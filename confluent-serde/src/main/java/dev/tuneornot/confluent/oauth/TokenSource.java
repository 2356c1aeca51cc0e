package dev.tuneornot.confluent.oauth;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.oauth.OauthTokenCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.ClientJwtValidator;
import org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever;
import org.apache.kafka.common.security.oauthbearer.JwtRetriever;
import org.apache.kafka.common.security.oauthbearer.JwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;

/** Tokens by the client-credentials grant, each used until shortly before it expires. */
final class TokenSource implements AutoCloseable {

  private static final Map<String, String> KAFKA_NAMES =
      Map.of(
          SchemaRegistryClientConfig.BEARER_AUTH_ISSUER_ENDPOINT_URL,
              SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
          SchemaRegistryClientConfig.BEARER_AUTH_CLIENT_ID,
              SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID,
          SchemaRegistryClientConfig.BEARER_AUTH_CLIENT_SECRET,
              SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET,
          SchemaRegistryClientConfig.BEARER_AUTH_SCOPE, SaslConfigs.SASL_OAUTHBEARER_SCOPE,
          SchemaRegistryClientConfig.BEARER_AUTH_SCOPE_CLAIM_NAME,
              SaslConfigs.SASL_OAUTHBEARER_SCOPE_CLAIM_NAME,
          SchemaRegistryClientConfig.BEARER_AUTH_SUB_CLAIM_NAME,
              SaslConfigs.SASL_OAUTHBEARER_SUB_CLAIM_NAME);

  private final JwtRetriever retriever;
  private final JwtValidator validator;
  private final OauthTokenCache cache;

  private TokenSource(JwtRetriever retriever, JwtValidator validator, OauthTokenCache cache) {
    this.retriever = retriever;
    this.validator = validator;
    this.cache = cache;
  }

  /**
   * @param settings Confluent's {@code bearer.auth.*}, which go before Kafka's {@code
   *     sasl.oauthbearer.*}
   * @param options of the login module, for what the settings do not say
   */
  static TokenSource create(Map<String, ?> settings, Map<String, ?> options) {
    Map<String, ?> kafkaSettings = kafkaSettings(settings);
    List<AppConfigurationEntry> login =
        List.of(
            new AppConfigurationEntry(
                OAuthBearerLoginModule.class.getName(),
                AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                options));
    String mechanism = OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;
    JwtRetriever retriever = new DefaultJwtRetriever();
    retriever.configure(kafkaSettings, mechanism, login);
    JwtValidator validator = new ClientJwtValidator();
    validator.configure(kafkaSettings, mechanism, login);
    short bufferSeconds =
        SchemaRegistryClientConfig.getBearerAuthCacheExpiryBufferSeconds(settings);
    return new TokenSource(retriever, validator, new OauthTokenCache(bufferSeconds));
  }

  private static Map<String, ?> kafkaSettings(Map<String, ?> settings) {
    Map<String, Object> renamed = new HashMap<>(settings);
    KAFKA_NAMES.forEach(
        (confluentName, kafkaName) -> {
          Object value = settings.get(confluentName);
          if (value != null) {
            renamed.put(kafkaName, value);
          }
        });
    ConfigDef definition = new ConfigDef();
    SaslConfigs.addClientSaslSupport(definition);
    return new AbstractConfig(definition, renamed, false).values();
  }

  /**
   * @throws UncheckedIOException if none is given; as an I/O failure, since it says nothing about
   *     the record that the registry is asked for
   */
  synchronized String token() {
    if (cache.isTokenExpired()) {
      cache.setCurrentToken(fetch());
    }
    return cache.getCurrentToken().value();
  }

  private OAuthBearerToken fetch() {
    try {
      return validator.validate(retriever.retrieve());
    } catch (KafkaException e) {
      throw new UncheckedIOException(
          new IOException("no token for the registry: " + e.getMessage(), e));
    }
  }

  @Override
  public void close() throws IOException {
    retriever.close();
    validator.close();
  }
}
