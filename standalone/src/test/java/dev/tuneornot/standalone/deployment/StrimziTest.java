package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrimziTest {
  private static final Path FILE = Path.of("../deploy/kubernetes/strimzi.yaml");

  /** To renew the file: {@code -Dstrimzi.write=true}. */
  @Test
  void shouldBeWhatIsDeployed() throws IOException {
    if (Boolean.getBoolean("strimzi.write")) {
      Files.writeString(FILE, Strimzi.text());
    }

    assertThat(FILE).hasContent(Strimzi.text());
  }

  @Test
  void shouldCreateEveryTopicWithItsSettings() {
    List<ObjectNode> topics = of("KafkaTopic");

    assertThat(topics)
        .extracting(topic -> topic.at("/metadata/name").asText())
        .containsExactlyElementsOf(
            Stream.concat(TopicSpec.all().stream(), TopicSpec.internal("tune-or-not").stream())
                .map(TopicSpec::baseName)
                .toList());
    assertThat(topics.get(0).at("/spec/config/cleanup.policy").asText()).isEqualTo("compact");
    assertThat(topics.get(0).at("/spec/config/delete.retention.ms").asText())
        .isEqualTo("2592000000");
  }

  @Test
  void shouldLetTheAppWriteWhatItAnswersAndReadWhatItIsAsked() {
    JsonNode app = of("KafkaUser").get(0);

    assertThat(app.at("/metadata/name").asText()).isEqualTo("tune-or-not");
    assertThat(topicsWith(app, "Write", "literal"))
        .isEqualTo(with(names(TopicRole.OUTPUT), "pricing"));
    assertThat(topicsWith(app, "Read", "literal"))
        .isEqualTo(with(names(TopicRole.INPUT), "price-reviews"));
    assertThat(topicsWith(app, "Create", "prefix")).containsExactly("tune-or-not-");
  }

  @Test
  void shouldLetNobodyElseWriteWhatTheAppAnswers() {
    Set<String> answers = names(TopicRole.OUTPUT);
    answers.remove("price-reviews"); // Whoever deletes there rejects.
    for (ObjectNode user : of("KafkaUser").subList(1, of("KafkaUser").size())) {
      assertThat(topicsWith(user, "Write", "literal"))
          .as(user.at("/metadata/name").asText())
          .doesNotContainAnyElementsOf(answers);
      assertThat(topicsWith(user, "Write", "prefix")).isEmpty();
    }
  }

  private static Set<String> with(Set<String> names, String another) {
    names.add(another);
    return names;
  }

  private static Set<String> names(TopicRole role) {
    Set<String> names = new TreeSet<>();
    role.topics().forEach(topic -> names.add(topic.baseName()));
    return names;
  }

  private static Set<String> topicsWith(JsonNode user, String operation, String pattern) {
    Set<String> names = new TreeSet<>();
    for (JsonNode right : user.at("/spec/authorization/acls")) {
      JsonNode resource = right.get("resource");
      boolean allowed = false;
      for (JsonNode each : right.get("operations")) {
        allowed |= each.asText().equals(operation);
      }
      if (allowed
          && resource.get("type").asText().equals("topic")
          && resource.get("patternType").asText().equals(pattern)) {
        names.add(resource.get("name").asText());
      }
    }
    return names;
  }

  private static List<ObjectNode> of(String kind) {
    return Strimzi.resources().stream()
        .filter(resource -> resource.get("kind").asText().equals(kind))
        .toList();
  }
}
