package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.Router.Parameters;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /config}: compatibility levels; {@code /mode}: always READWRITE. */
final class ConfigRoutes {

  private static final Map<String, String> READ_WRITE = Map.of("mode", "READWRITE");

  private final RegistryState state;
  private final Compatibility compatibility;

  private ConfigRoutes(RegistryState state, Compatibility compatibility) {
    this.state = state;
    this.compatibility = compatibility;
  }

  static void addTo(Router router, RegistryState state, Compatibility compatibility) {
    ConfigRoutes routes = new ConfigRoutes(state, compatibility);
    router.add("GET", "config", (request, none) -> config(state.globalLevel()));
    router.add("PUT", "config", (request, none) -> routes.set(request, null));
    router.add("DELETE", "config", (request, none) -> config(compatibility.unset(null)));
    router.add("GET", "config/{subject}", routes::subjectConfig);
    router.add(
        "PUT", "config/{subject}", (request, values) -> routes.set(request, subject(values)));
    router.add(
        "DELETE",
        "config/{subject}",
        (request, values) -> config(compatibility.unset(subject(values))));
    router.add("GET", "mode", (request, none) -> READ_WRITE);
    router.add("PUT", "mode", (request, none) -> Map.of("mode", RequestBody.mode(request)));
    router.add("GET", "mode/{subject}", ConfigRoutes::subjectMode);
  }

  private Object set(Request request, @Nullable String subject) {
    CompatibilityLevel level = RequestBody.level(request);
    compatibility.set(subject, level);
    return Map.of("compatibility", level.name());
  }

  private Object subjectConfig(Request request, Parameters parameters) {
    String subject = subject(parameters);
    if (request.flag("defaultToGlobal")) {
      return config(compatibility.levelFor(subject));
    }
    return state
        .levelOf(subject)
        .map(ConfigRoutes::config)
        .orElseThrow(() -> RegistryException.noCompatibilityOf(subject));
  }

  private static Object subjectMode(Request request, Parameters parameters) {
    String subject = subject(parameters);
    if (request.flag("defaultToGlobal")) {
      return READ_WRITE;
    }
    throw RegistryException.noModeOf(subject);
  }

  private static Config config(CompatibilityLevel level) {
    return new Config(level.name());
  }

  private static String subject(Parameters parameters) {
    return SubjectName.check(parameters.get("subject"));
  }
}
