package dev.tuneornot.confluent.topics;

import java.util.Map;

/**
 * How a topic is to be.
 *
 * @param partitions how many it must have; {@link #ANY} where it does not matter
 * @param settings topic settings to create it with; {@code cleanup.policy} and {@code
 *     max.message.bytes} are also checked
 */
public record TopicRequirement(String name, int partitions, Map<String, String> settings) {
  /** Any number of partitions will do. */
  public static final int ANY = 0;

  public TopicRequirement {
    settings = Map.copyOf(settings);
  }

  public TopicRequirement withPartitions(int number) {
    return new TopicRequirement(name, number, settings);
  }
}
