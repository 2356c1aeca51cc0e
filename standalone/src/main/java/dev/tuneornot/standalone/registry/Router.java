package dev.tuneornot.standalone.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a request by method and path pattern. */
final class Router {

  /** Answers with what becomes the JSON body. */
  @FunctionalInterface
  interface Handler {
    Object handle(Request request, Parameters parameters);
  }

  /** The values of a pattern's placeholders. */
  record Parameters(Map<String, String> values) {
    String get(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no placeholder {" + name + "} in the pattern");
      }
      return value;
    }
  }

  private record Route(String method, List<String> pattern, Handler handler) {
    Optional<Parameters> match(List<String> path) {
      if (path.size() != pattern.size()) {
        return Optional.empty();
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String expected = pattern.get(i);
        if (expected.startsWith("{")) {
          values.put(expected.substring(1, expected.length() - 1), path.get(i));
        } else if (!expected.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Parameters(values));
    }
  }

  private final List<Route> routes = new ArrayList<>();

  /** For instance {@code add("GET", "subjects/{subject}/versions", …)}; the first match wins. */
  void add(String method, String pattern, Handler handler) {
    List<String> segments = pattern.isEmpty() ? List.of() : List.of(pattern.split("/", -1));
    routes.add(new Route(method, segments, handler));
  }

  /**
   * @throws RegistryException 404 or 405 where there is no handler, or what the handler says
   */
  Object handle(Request request) {
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Parameters> parameters = route.match(request.path());
      if (parameters.isPresent()) {
        pathKnown = true;
        if (route.method().equals(request.method())) {
          return route.handler().handle(request, parameters.get());
        }
      }
    }
    throw pathKnown ? RegistryException.methodNotAllowed() : RegistryException.noSuchPath();
  }
}
