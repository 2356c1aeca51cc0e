package dev.tuneornot.cli.connection;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings from the environment, named as in the usual container images: {@code
 * KAFKA_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}; {@code _} stands for a dot, {@code __} for
 * an underscore, {@code ___} for a dash.
 */
final class KafkaEnvironment {

  private static final String PREFIX = "KAFKA_";
  private static final Pattern UNDERSCORES = Pattern.compile("_{1,3}");

  private KafkaEnvironment() {}

  static Map<String, String> settings(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
            settings.put(key(name.substring(PREFIX.length())), value);
          }
        });
    return settings;
  }

  private static String key(String name) {
    return UNDERSCORES
        .matcher(name.toLowerCase(Locale.ROOT))
        .replaceAll(
            underscores ->
                switch (underscores.group().length()) {
                  case 1 -> ".";
                  case 2 -> "_";
                  default -> "-";
                });
  }
}
