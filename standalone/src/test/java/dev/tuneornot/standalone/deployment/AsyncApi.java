package dev.tuneornot.standalone.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.Map;
import java.util.TreeMap;

/** The topics as an AsyncAPI document: from the specifications and schemas that programs use. */
final class AsyncApi {
  private static final String KAFKA_BINDING = "0.5.0";
  private static final ObjectMapper JSON = new ObjectMapper();

  private AsyncApi() {}

  static ObjectNode document() throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "tune-or-not")
        .put("version", "0.1.0")
        .put(
            "description",
            "The topics, without a prefix. Keys are UTF-8 text, values Avro in Confluent's wire"
                + " format (subject: topic-value); a null value deletes in a compacted topic.")
        .putObject("license")
        .put("name", "Apache 2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (TopicSpec topic : TopicSpec.all()) {
      channels.set(topic.baseName(), channel(topic));
      messages.set(topic.baseName(), message(topic));
      TopicRole role = TopicRole.of(topic);
      if (role != TopicRole.BESIDE) {
        String action = role == TopicRole.INPUT ? "receive" : "send";
        operations.set(action + "-" + topic.baseName(), operation(topic, action));
      }
    }
    return document;
  }

  private static ObjectNode channel(TopicSpec topic) {
    ObjectNode channel = JSON.createObjectNode();
    channel.put("address", topic.baseName());
    channel
        .putObject("messages")
        .putObject(topic.baseName())
        .put("$ref", "#/components/messages/" + topic.baseName());
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    ObjectNode settings = kafka.putObject("topicConfiguration");
    new TreeMap<>(topic.settings()).forEach((name, value) -> put(settings, name, value));
    kafka.put("bindingVersion", KAFKA_BINDING);
    return channel;
  }

  private static void put(ObjectNode settings, String name, String value) {
    if (name.equals("cleanup.policy")) {
      ArrayNode policies = settings.putArray(name);
      for (String policy : value.split(",", -1)) {
        policies.add(policy);
      }
    } else {
      settings.put(name, Long.parseLong(value));
    }
  }

  private static ObjectNode message(TopicSpec topic) throws JsonProcessingException {
    ObjectNode message = JSON.createObjectNode();
    message.put("name", topic.baseName());
    if (topic.schema().isPresent()) {
      message.put("contentType", "application/vnd.apache.avro");
      ObjectNode payload = message.putObject("payload");
      payload.put("schemaFormat", "application/vnd.apache.avro;version=1.9.0");
      payload.set("schema", JSON.readTree(topic.schema().get().toString()));
    } else {
      message.put("contentType", "application/octet-stream");
    }
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.key());
    if (topic.schema().isPresent()) {
      kafka.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
    }
    kafka.put("bindingVersion", KAFKA_BINDING);
    return message;
  }

  private static ObjectNode operation(TopicSpec topic, String action) {
    ObjectNode operation = JSON.createObjectNode();
    String channel = "#/channels/" + topic.baseName();
    operation.put("action", action);
    operation.set("channel", JSON.valueToTree(Map.of("$ref", channel)));
    operation
        .putArray("messages")
        .addObject()
        .put("$ref", channel + "/messages/" + topic.baseName());
    return operation;
  }
}
