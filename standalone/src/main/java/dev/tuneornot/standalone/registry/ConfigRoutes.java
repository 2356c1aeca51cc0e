package dev.tuneornot.standalone.registry;

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

  static void addTo(Routes routes, RegistryState state, Compatibility compatibility) {
    ConfigRoutes handlers = new ConfigRoutes(state, compatibility);
    routes.get("/config", request -> config(state.globalLevel()));
    routes.put("/config", request -> handlers.set(request, null));
    routes.delete("/config", request -> config(compatibility.unset(null)));
    routes.get("/config/{subject}", handlers::subjectConfig);
    routes.put("/config/{subject}", request -> handlers.set(request, request.subject()));
    routes.delete("/config/{subject}", request -> config(compatibility.unset(request.subject())));
    routes.get("/mode", request -> READ_WRITE);
    routes.put("/mode", request -> Map.of("mode", RequestBody.mode(request)));
    routes.get("/mode/{subject}", ConfigRoutes::subjectMode);
  }

  private Object set(Request request, @Nullable String subject) {
    CompatibilityLevel level = RequestBody.level(request);
    compatibility.set(subject, level);
    return Map.of("compatibility", level.name());
  }

  private Object subjectConfig(Request request) {
    String subject = request.subject();
    if (request.flag("defaultToGlobal")) {
      return config(compatibility.levelFor(subject));
    }
    return state
        .levelOf(subject)
        .map(ConfigRoutes::config)
        .orElseThrow(() -> RegistryException.noCompatibilityOf(subject));
  }

  private static Object subjectMode(Request request) {
    String subject = request.subject();
    if (request.flag("defaultToGlobal")) {
      return READ_WRITE;
    }
    throw RegistryException.noModeOf(subject);
  }

  private static Config config(CompatibilityLevel level) {
    return new Config(level.name());
  }
}
