package dev.tuneornot.standalone.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Topics and users as resources of Strimzi's operators. */
final class Strimzi {
  private static final String API = "kafka.strimzi.io/v1";
  private static final String APPLICATION = "tune-or-not";
  private static final int PARTITIONS = 12;
  private static final int REPLICAS = 3;
  private static final String HEAD =
      """
      # Topics and users for Strimzi: kubectl apply -f deploy/kubernetes/strimzi.yaml
      # Written by StrimziTest from the topics that the programs use (-Dstrimzi.write=true). Set strimzi.io/cluster, the
      # number of partitions (all topics of one application have the same) and replicas before; the users need
      # `authorization: {type: simple}` in the Kafka resource, and find their passwords in Secrets of their names.
      """;
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));

  private Strimzi() {}

  static String text() throws JsonProcessingException {
    StringBuilder text = new StringBuilder(HEAD);
    for (ObjectNode resource : resources()) {
      text.append(YAML.writeValueAsString(resource));
    }
    return text.toString();
  }

  static List<ObjectNode> resources() {
    List<ObjectNode> resources = new ArrayList<>();
    TopicSpec.all().forEach(topic -> resources.add(topic(topic)));
    TopicSpec.internal(APPLICATION).forEach(topic -> resources.add(topic(topic)));
    resources.add(streamsApp());
    resources.add(commandLine());
    resources.add(dashboard());
    return resources;
  }

  private static ObjectNode topic(TopicSpec topic) {
    ObjectNode resource = resource("KafkaTopic", topic.baseName());
    ObjectNode spec = resource.putObject("spec");
    spec.put("partitions", PARTITIONS).put("replicas", REPLICAS);
    ObjectNode config = spec.putObject("config");
    new TreeMap<>(topic.settings()).forEach(config::put);
    return resource;
  }

  /** The rights of docs/security.md. */
  private static ObjectNode streamsApp() {
    ObjectNode user = user(APPLICATION);
    ArrayNode rights = rights(user);
    for (TopicSpec topic : TopicRole.INPUT.topics()) {
      if (topic == TopicSpec.PRICING) { // Puts back what is in force where a price is rejected.
        allow(rights, "topic", topic.baseName(), "literal", "Read", "Write", "DescribeConfigs");
      } else {
        allow(rights, "topic", topic.baseName(), "literal", "Read", "DescribeConfigs");
      }
    }
    for (TopicSpec topic : TopicRole.OUTPUT.topics()) {
      if (topic == TopicSpec.PRICE_REVIEWS) { // Reads what is rejected.
        allow(rights, "topic", topic.baseName(), "literal", "Read", "Write", "DescribeConfigs");
      } else {
        allow(rights, "topic", topic.baseName(), "literal", "Write", "DescribeConfigs");
      }
    }
    allow(
        rights, "topic", APPLICATION + "-", "prefix", "Create", "Read", "Write", "DescribeConfigs");
    allow(rights, "group", APPLICATION, "literal", "Read");
    allow(rights, "transactionalId", APPLICATION + "-", "prefix", "Write", "Describe");
    return user;
  }

  /** Sends, and reads everything; the topics themselves are the operator's. */
  private static ObjectNode commandLine() {
    ObjectNode user = user(APPLICATION + "-cli");
    ArrayNode rights = rights(user);
    for (TopicSpec topic : TopicSpec.all()) {
      // A review is rejected by its deletion.
      if (TopicRole.of(topic) == TopicRole.OUTPUT && topic != TopicSpec.PRICE_REVIEWS) {
        allow(rights, "topic", topic.baseName(), "literal", "Read", "DescribeConfigs");
      } else {
        allow(rights, "topic", topic.baseName(), "literal", "Read", "Write", "DescribeConfigs");
      }
    }
    return user;
  }

  /** Reads without a group. */
  private static ObjectNode dashboard() {
    ObjectNode user = user(APPLICATION + "-dashboard");
    ArrayNode rights = rights(user);
    for (TopicSpec topic : TopicSpec.all()) {
      allow(rights, "topic", topic.baseName(), "literal", "Read", "DescribeConfigs");
    }
    return user;
  }

  private static ObjectNode user(String name) {
    ObjectNode user = resource("KafkaUser", name);
    ObjectNode spec = user.putObject("spec");
    spec.putObject("authentication").put("type", "scram-sha-512");
    spec.putObject("authorization").put("type", "simple").putArray("acls");
    return user;
  }

  private static ArrayNode rights(ObjectNode user) {
    return (ArrayNode) user.at("/spec/authorization/acls");
  }

  private static void allow(
      ArrayNode rights, String type, String name, String pattern, String... operations) {
    ObjectNode right = rights.addObject();
    right.putObject("resource").put("type", type).put("name", name).put("patternType", pattern);
    ArrayNode allowed = right.putArray("operations");
    for (String operation : operations) {
      allowed.add(operation);
    }
  }

  private static ObjectNode resource(String kind, String name) {
    ObjectNode resource = YAML.createObjectNode();
    resource.put("apiVersion", API).put("kind", kind);
    ObjectNode metadata = resource.putObject("metadata");
    metadata.put("name", name);
    metadata
        .putObject("labels")
        .put("strimzi.io/cluster", "kafka")
        .put("app.kubernetes.io/name", APPLICATION);
    return resource;
  }
}
