package dev.tuneornot.confluent.oauth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/**
 * Source {@code SASL_OAUTHBEARER_INHERIT}: what the broker's client uses, {@code sasl.jaas.config}
 * and {@code sasl.oauthbearer.*}. Loaded by name.
 */
public final class SaslOauthProvider extends TokenProvider {

  @Override
  public String alias() {
    return "SASL_OAUTHBEARER_INHERIT";
  }

  @Override
  Map<String, ?> loginOptions(Map<String, ?> settings) {
    Map<String, Object> typed = new HashMap<>(settings);
    if (typed.get(SaslConfigs.SASL_JAAS_CONFIG) instanceof String text) {
      typed.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(text));
    }
    List<AppConfigurationEntry> entries =
        JaasContext.loadClientContext(typed).configurationEntries();
    if (entries.size() != 1) {
      throw new ConfigException(
          SaslConfigs.SASL_JAAS_CONFIG + ": must name one login module, not " + entries.size());
    }
    return entries.get(0).getOptions();
  }
}
