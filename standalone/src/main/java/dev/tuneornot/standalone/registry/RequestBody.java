package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;

/** Reads what a request's JSON body asks for, and refuses what this registry does not do. */
final class RequestBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestBody() {}

  /** The Avro schema, normalised where the request says so. */
  static AvroSchema schema(Request request) {
    JsonNode body = object(request);
    requireSupported(body);
    String text = body.path("schema").asText();
    if (text.isBlank()) {
      throw RegistryException.invalidSchema("Empty schema");
    }
    AvroSchema schema = parse(text);
    return request.flag("normalize") ? schema.normalize() : schema;
  }

  private static AvroSchema parse(String text) {
    try {
      return new AvroSchema(text);
    } catch (AvroRuntimeException e) {
      throw RegistryException.invalidSchema(String.valueOf(e.getMessage()));
    }
  }

  private static void requireSupported(JsonNode body) {
    String type = body.path("schemaType").asText(AvroSchema.TYPE);
    if (!type.equals(AvroSchema.TYPE) && body.hasNonNull("schemaType")) {
      throw RegistryException.invalidSchema("schemaType = " + type + ": must be AVRO");
    }
    for (String field : List.of("references", "metadata", "ruleSet")) {
      if (!body.path(field).isEmpty()) {
        throw RegistryException.invalidSchema(field + ": not supported by this registry");
      }
    }
    for (String field : List.of("id", "version")) {
      if (body.path(field).asInt() > 0) {
        throw RegistryException.operationNotPermitted(
            field + " = " + body.path(field) + ": given by the registry, not by the request");
      }
    }
  }

  /** The compatibility level of {@code {"compatibility": "FULL"}}. */
  static CompatibilityLevel level(Request request) {
    CompatibilityLevel level =
        CompatibilityLevel.forName(object(request).path("compatibility").asText());
    if (level == null) {
      throw RegistryException.invalidCompatibility();
    }
    return level;
  }

  /** The mode of {@code {"mode": "READWRITE"}}. */
  static String mode(Request request) {
    String mode = object(request).path("mode").asText();
    if (!mode.equals("READWRITE")) {
      throw RegistryException.unsupportedMode(mode);
    }
    return mode;
  }

  private static JsonNode object(Request request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      if (!body.isObject()) {
        throw RegistryException.badRequest("request body: must be a JSON object");
      }
      return body;
    } catch (IOException e) {
      throw RegistryException.badRequest("request body: must be a JSON object");
    }
  }
}
