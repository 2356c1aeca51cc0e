package dev.tuneornot.confluent.settings;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of a program: its own, which all begin with one prefix, are defined and checked;
 * those of the clients it uses pass through as they are. Immutable.
 */
public final class ProgramSettings extends AbstractConfig {
  private final Map<String, String> passedThrough;

  private ProgramSettings(
      ConfigDef definition, Map<String, String> own, Map<String, String> other) {
    // Logging its values would write passwords of the clients, too.
    super(definition, own, false);
    this.passedThrough = Map.copyOf(other);
  }

  /**
   * @param prefix what the program's own settings begin with
   * @throws ConfigException where one with the prefix is not defined or out of its range
   */
  public static ProgramSettings of(
      ConfigDef definition, String prefix, Map<String, String> settings) {
    Map<String, String> own = new TreeMap<>();
    Map<String, String> other = new TreeMap<>();
    settings.forEach((key, value) -> (key.startsWith(prefix) ? own : other).put(key, value));
    TreeSet<String> unknown = new TreeSet<>(own.keySet());
    unknown.removeAll(definition.names());
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          "Unknown settings " + unknown + "; known are " + new TreeSet<>(definition.names()));
    }
    return new ProgramSettings(definition, own, other);
  }

  /** All settings without the prefix, as given. */
  public Map<String, String> passedThrough() {
    return passedThrough;
  }
}
