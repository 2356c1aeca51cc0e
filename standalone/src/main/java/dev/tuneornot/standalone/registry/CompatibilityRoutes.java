package dev.tuneornot.standalone.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.requests.CompatibilityCheckResponse;
import java.util.List;

/** {@code /compatibility}: would a schema be accepted? */
final class CompatibilityRoutes {

  private final Subjects subjects;
  private final RegistryState state;
  private final Compatibility compatibility;

  private CompatibilityRoutes(Subjects subjects, RegistryState state, Compatibility compatibility) {
    this.subjects = subjects;
    this.state = state;
    this.compatibility = compatibility;
  }

  static void addTo(
      Routes routes, Subjects subjects, RegistryState state, Compatibility compatibility) {
    CompatibilityRoutes handlers = new CompatibilityRoutes(subjects, state, compatibility);
    routes.post("/compatibility/subjects/{subject}/versions", handlers::withAll);
    routes.post("/compatibility/subjects/{subject}/versions/{version}", handlers::withOne);
  }

  private Object withAll(Request request) {
    String subject = request.subject();
    return check(request, subject, state.liveOf(subject));
  }

  private Object withOne(Request request) {
    String subject = request.subject();
    int version = VersionNumber.parse(request.path("version"));
    if (version == Subjects.LATEST && state.liveOf(subject).isEmpty()) {
      return check(request, subject, List.of());
    }
    return check(request, subject, List.of(subjects.version(subject, version, false)));
  }

  private Object check(Request request, String subject, List<Registered> predecessors) {
    List<String> violations =
        compatibility.violations(subject, RequestBody.schema(request), predecessors);
    CompatibilityCheckResponse answer = new CompatibilityCheckResponse();
    answer.setIsCompatible(violations.isEmpty());
    if (request.flag("verbose")) {
      answer.setMessages(violations);
    }
    return answer;
  }
}
