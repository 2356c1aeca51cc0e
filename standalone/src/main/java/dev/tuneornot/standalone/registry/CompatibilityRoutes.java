package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.Router.Parameters;
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
      Router router, Subjects subjects, RegistryState state, Compatibility compatibility) {
    CompatibilityRoutes routes = new CompatibilityRoutes(subjects, state, compatibility);
    router.add("POST", "compatibility/subjects/{subject}/versions", routes::withAll);
    router.add("POST", "compatibility/subjects/{subject}/versions/{version}", routes::withOne);
  }

  private Object withAll(Request request, Parameters parameters) {
    String subject = SubjectName.check(parameters.get("subject"));
    return check(request, subject, state.liveOf(subject));
  }

  private Object withOne(Request request, Parameters parameters) {
    String subject = SubjectName.check(parameters.get("subject"));
    int version = VersionNumber.parse(parameters.get("version"));
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
