package dev.tuneornot.dashboard.web;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The description of the API (OpenAPI 3.1), made of the endpoints themselves. */
final class OpenApi {
  private static final Pattern VARIES = Pattern.compile("<(\\w+)>");
  private static final ImmutableMap<String, Object> ERROR =
      ImmutableMap.of(
          "description",
          "The request is not as it must be, or cannot be answered now.",
          "content",
          json(
              ImmutableMap.of(
                  "type",
                  "object",
                  "properties",
                  ImmutableMap.of("error", ImmutableMap.of("type", "string")))));

  private OpenApi() {}

  static ImmutableMap<String, Object> of(List<Endpoint> endpoints) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      paths.put(endpoint.template(), ImmutableMap.of("get", operation(endpoint)));
    }
    return ImmutableMap.of(
        "openapi",
        "3.1.0",
        "info",
        ImmutableMap.of("title", "tune-or-not dashboard", "version", "1"),
        "paths",
        paths);
  }

  private static ImmutableMap<String, Object> operation(Endpoint endpoint) {
    ImmutableList<ImmutableMap<String, Object>> parameters =
        Stream.concat(
                VARIES.matcher(endpoint.path()).results().map(OpenApi::inPath),
                endpoint.parameters().stream().map(OpenApi::inQuery))
            .collect(ImmutableList.toImmutableList());
    return ImmutableMap.of(
        "summary",
        endpoint.summary(),
        "parameters",
        parameters,
        "responses",
        ImmutableMap.of(
            "200",
            ImmutableMap.of("description", "As asked for.", "content", json(endpoint.answers())),
            "default",
            ERROR));
  }

  private static ImmutableMap<String, Object> inPath(MatchResult varies) {
    return ImmutableMap.of(
        "name",
        varies.group(1),
        "in",
        "path",
        "required",
        true,
        "schema",
        ImmutableMap.of("type", "string"));
  }

  private static ImmutableMap<String, Object> inQuery(Parameter<?> parameter) {
    ImmutableMap<String, Object> schema =
        parameter.repeated() ? JsonSchemas.list(parameter.schema()) : parameter.schema();
    return ImmutableMap.of(
        "name",
        parameter.name(),
        "in",
        "query",
        "description",
        parameter.description(),
        "schema",
        schema);
  }

  private static ImmutableMap<String, Object> json(Map<String, Object> schema) {
    return ImmutableMap.of("application/json", ImmutableMap.of("schema", schema));
  }
}
