package dev.tuneornot.dashboard.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The description of the API (OpenAPI 3.1), made of the endpoints themselves. */
final class OpenApi {
  private static final Pattern VARIES = Pattern.compile("<(\\w+)>");
  private static final Map<String, Object> ERROR =
      JsonSchemas.ordered(
          "description",
          "The request is not as it must be, or cannot be answered now.",
          "content",
          json(
              JsonSchemas.ordered(
                  "type",
                  "object",
                  "properties",
                  JsonSchemas.ordered("error", JsonSchemas.ordered("type", "string")))));

  private OpenApi() {}

  static Map<String, Object> of(List<Endpoint> endpoints) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      paths.put(endpoint.template(), JsonSchemas.ordered("get", operation(endpoint)));
    }
    return JsonSchemas.ordered(
        "openapi",
        "3.1.0",
        "info",
        JsonSchemas.ordered("title", "tune-or-not dashboard", "version", "1"),
        "paths",
        paths);
  }

  private static Map<String, Object> operation(Endpoint endpoint) {
    List<Map<String, Object>> parameters =
        Stream.concat(
                VARIES.matcher(endpoint.path()).results().map(OpenApi::inPath),
                endpoint.parameters().stream().map(OpenApi::inQuery))
            .toList();
    return JsonSchemas.ordered(
        "summary",
        endpoint.summary(),
        "parameters",
        parameters,
        "responses",
        JsonSchemas.ordered(
            "200",
            JsonSchemas.ordered(
                "description", "As asked for.", "content", json(endpoint.answers())),
            "default",
            ERROR));
  }

  private static Map<String, Object> inPath(MatchResult varies) {
    return JsonSchemas.ordered(
        "name",
        varies.group(1),
        "in",
        "path",
        "required",
        true,
        "schema",
        JsonSchemas.ordered("type", "string"));
  }

  private static Map<String, Object> inQuery(Parameter<?> parameter) {
    Map<String, Object> schema =
        parameter.repeated() ? JsonSchemas.list(parameter.schema()) : parameter.schema();
    return JsonSchemas.ordered(
        "name",
        parameter.name(),
        "in",
        "query",
        "description",
        parameter.description(),
        "schema",
        schema);
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return JsonSchemas.ordered("application/json", JsonSchemas.ordered("schema", schema));
  }
}
