package dev.tuneornot.standalone.deployment;

import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.List;
import java.util.Set;

/** Who writes a topic: whoever asks, or the streams app. */
enum TopicRole {
  /** The app reads it. */
  INPUT,
  /** The app writes it. */
  OUTPUT,
  /** For readers and writers besides the app. */
  BESIDE;

  private static final Set<String> INPUTS =
      Set.of("proposals", "usage", "pricing", "policies", "commands");
  private static final Set<String> OUTPUTS =
      Set.of(
          "recommendations",
          "recommendation-changes",
          "portfolio-summaries",
          "price-impacts",
          "price-reviews",
          "dead-letters");
  private static final Set<String> OTHERS = Set.of("decisions");

  static TopicRole of(TopicSpec topic) {
    if (INPUTS.contains(topic.baseName())) {
      return INPUT;
    }
    if (OUTPUTS.contains(topic.baseName())) {
      return OUTPUT;
    }
    if (OTHERS.contains(topic.baseName())) {
      return BESIDE;
    }
    throw new IllegalArgumentException(topic + ": say here who writes it");
  }

  /** The public topics of a role. */
  List<TopicSpec> topics() {
    return TopicSpec.all().stream().filter(topic -> of(topic) == this).toList();
  }
}
