package dev.tuneornot.benchmarks.contender;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a contender, as they travel on its command line: {@code key=value}. */
final class Arguments {
  private static final String CONSUMER = "consumer.";
  private static final String PRODUCER = "producer.";

  private final Map<String, String> settings;

  private Arguments(Map<String, String> settings) {
    this.settings = settings;
  }

  static Arguments parse(String[] arguments) {
    Map<String, String> settings = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      settings.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Arguments(settings);
  }

  static List<String> format(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  String get(String key) {
    String value = settings.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  long number(String key) {
    return Long.parseLong(get(key));
  }

  /** All settings, for Kafka Streams, which has the same prefixes. */
  Map<String, String> all() {
    return settings;
  }

  Map<String, Object> consumer() {
    return withPrefix(CONSUMER);
  }

  Map<String, Object> producer() {
    return withPrefix(PRODUCER);
  }

  /** For the serializers and the registry client. */
  Map<String, Object> registry() {
    return Map.of("schema.registry.url", get("schema.registry.url"));
  }

  private Map<String, Object> withPrefix(String prefix) {
    Map<String, Object> chosen = new HashMap<>();
    chosen.put("bootstrap.servers", get("bootstrap.servers"));
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            chosen.put(key.substring(prefix.length()), value);
          }
        });
    return chosen;
  }
}
