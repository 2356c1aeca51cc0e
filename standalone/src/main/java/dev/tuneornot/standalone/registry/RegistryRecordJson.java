package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.standalone.registry.RegistryRecord.LevelSet;
import dev.tuneornot.standalone.registry.RegistryRecord.SubjectDeleted;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionErased;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionWritten;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Confluent's format of the {@code _schemas} topic: a JSON key and a JSON value or none. */
final class RegistryRecordJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RegistryRecordJson() {}

  static String key(RegistryRecord record) {
    if (record instanceof VersionWritten written) {
      return versionKey(written.subject(), written.version());
    }
    if (record instanceof VersionErased erased) {
      return versionKey(erased.subject(), erased.version());
    }
    if (record instanceof SubjectDeleted deleted) {
      return text(key("DELETE_SUBJECT", deleted.subject()).put("magic", 0));
    }
    return text(key("CONFIG", ((LevelSet) record).subject()).put("magic", 0));
  }

  static @Nullable String value(RegistryRecord record) {
    if (record instanceof VersionWritten written) {
      return text(
          JSON.createObjectNode()
              .put("subject", written.subject())
              .put("version", written.version())
              .put("id", written.id())
              .put("schema", written.schema())
              .put("deleted", written.deleted()));
    }
    if (record instanceof SubjectDeleted deleted) {
      return text(
          JSON.createObjectNode()
              .put("subject", deleted.subject())
              .put("version", deleted.upToVersion()));
    }
    if (record instanceof LevelSet set && set.level() != null) {
      return text(
          JSON.createObjectNode()
              .put("subject", set.subject())
              .put("compatibilityLevel", set.level().name()));
    }
    return null;
  }

  /**
   * The record, or empty for a kind that means nothing here (NOOP, MODE and the like).
   *
   * @throws IOException if it cannot be understood
   */
  static Optional<RegistryRecord> parse(String keyText, @Nullable String valueText)
      throws IOException {
    JsonNode key = JSON.readTree(keyText);
    @Nullable JsonNode value = valueText == null ? null : JSON.readTree(valueText);
    return switch (key.path("keytype").asText()) {
      case "SCHEMA" -> Optional.of(version(key, value));
      case "DELETE_SUBJECT" ->
          Optional.ofNullable(value)
              .map(it -> new SubjectDeleted(required(it, "subject").asText(), number(it)));
      case "CONFIG" -> Optional.of(level(key, value));
      default -> Optional.empty();
    };
  }

  private static RegistryRecord version(JsonNode key, @Nullable JsonNode value) throws IOException {
    String subject = required(key, "subject").asText();
    if (value == null) {
      return new VersionErased(subject, number(key));
    }
    if (value.hasNonNull("schemaType") && !value.path("schemaType").asText().equals("AVRO")) {
      throw new IOException("schemaType = " + value.path("schemaType") + ": must be AVRO");
    }
    if (!value.path("references").isEmpty()) {
      throw new IOException("references: not supported by this registry");
    }
    return new VersionWritten(
        subject,
        number(key),
        required(value, "id").asInt(),
        required(value, "schema").asText(),
        value.path("deleted").asBoolean());
  }

  private static LevelSet level(JsonNode key, @Nullable JsonNode value) {
    @Nullable String subject = key.path("subject").textValue();
    String name = value == null ? "" : value.path("compatibilityLevel").asText();
    return new LevelSet(subject, CompatibilityLevel.forName(name));
  }

  private static int number(JsonNode node) {
    return required(node, "version").asInt();
  }

  private static JsonNode required(JsonNode node, String field) {
    return node.required(field);
  }

  private static String versionKey(String subject, int version) {
    return text(key("SCHEMA", subject).put("version", version).put("magic", 1));
  }

  private static ObjectNode key(String type, @Nullable String subject) {
    return JSON.createObjectNode().put("keytype", type).put("subject", subject);
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + node, e);
    }
  }
}
