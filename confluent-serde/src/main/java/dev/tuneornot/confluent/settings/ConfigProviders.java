package dev.tuneornot.confluent.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.utils.Utils;

/**
 * Resolves {@code ${provider:path:key}} in settings, so that secrets stay out of them. Kafka would
 * load any class that is named as a provider; here only its own three are (KIP-297, KIP-632,
 * KIP-887).
 */
public final class ConfigProviders {

  private static final Pattern COMMA = Pattern.compile(",");
  private static final String PROVIDERS = "config.providers";

  private static final Set<Class<? extends ConfigProvider>> ALLOWED =
      Set.of(FileConfigProvider.class, DirectoryConfigProvider.class, EnvVarConfigProvider.class);

  private ConfigProviders() {}

  /**
   * The settings with every reference replaced and the providers' own settings taken out, and with
   * user and password of the registry under settings of their own, not in its address.
   *
   * @throws ConfigException if a provider is not one of the three or a reference leads nowhere
   */
  public static Map<String, String> resolve(Map<String, String> settings) {
    Map<String, ConfigProvider> providers = new LinkedHashMap<>();
    try {
      for (String alias : aliases(settings)) {
        providers.put(alias, provider(alias, settings));
      }
      Map<String, String> own = new TreeMap<>(settings);
      own.keySet().removeIf(key -> key.equals(PROVIDERS) || key.startsWith(PROVIDERS + "."));
      return RegistryCredentials.outOfAddresses(
          new ConfigTransformer(providers).transform(own).data());
    } finally {
      providers.values().forEach(provider -> Utils.closeQuietly(provider, "config provider"));
    }
  }

  private static List<String> aliases(Map<String, String> settings) {
    return COMMA
        .splitAsStream(settings.getOrDefault(PROVIDERS, ""))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .toList();
  }

  private static ConfigProvider provider(String alias, Map<String, String> settings) {
    String key = PROVIDERS + "." + alias + ".class";
    String className = settings.get(key);
    Class<? extends ConfigProvider> type =
        ALLOWED.stream()
            .filter(allowed -> allowed.getName().equals(className))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigException(
                        key, className, "must be one of " + String.join(", ", names())));
    ConfigProvider provider = Utils.newInstance(type);
    provider.configure(withoutPrefix(settings, PROVIDERS + "." + alias + ".param."));
    return provider;
  }

  private static List<String> names() {
    return ALLOWED.stream().map(Class::getName).sorted().collect(Collectors.toList());
  }

  private static Map<String, String> withoutPrefix(Map<String, String> settings, String prefix) {
    Map<String, String> stripped = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            stripped.put(key.substring(prefix.length()), value);
          }
        });
    return stripped;
  }
}
