package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tuneornot.standalone.registry.Router.Parameters;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import java.util.List;

/** {@code /subjects}: registering, looking up, deleting. */
final class SubjectRoutes {

  private final Subjects subjects;
  private final Deletions deletions;

  private SubjectRoutes(Subjects subjects, Deletions deletions) {
    this.subjects = subjects;
    this.deletions = deletions;
  }

  static void addTo(Router router, Subjects subjects, Deletions deletions) {
    SubjectRoutes routes = new SubjectRoutes(subjects, deletions);
    router.add("GET", "subjects", routes::list);
    router.add("POST", "subjects/{subject}", routes::lookup);
    router.add("DELETE", "subjects/{subject}", routes::deleteSubject);
    router.add("GET", "subjects/{subject}/versions", routes::versions);
    router.add("POST", "subjects/{subject}/versions", routes::register);
    router.add("GET", "subjects/{subject}/versions/{version}", routes::version);
    router.add("DELETE", "subjects/{subject}/versions/{version}", routes::deleteVersion);
    router.add("GET", "subjects/{subject}/versions/{version}/schema", routes::schema);
    router.add("GET", "subjects/{subject}/versions/{version}/referencedby", routes::referencedBy);
  }

  private Object list(Request request, Parameters parameters) {
    String prefix = request.query().getOrDefault("subjectPrefix", "");
    return subjects.names(prefix, request.flag("deleted"));
  }

  private Object register(Request request, Parameters parameters) {
    int id = subjects.register(subject(parameters), RequestBody.schema(request));
    return new RegisterSchemaResponse(id);
  }

  private Object lookup(Request request, Parameters parameters) {
    String subject = subject(parameters);
    return entity(subjects.lookup(subject, RequestBody.schema(request), request.flag("deleted")));
  }

  private Object versions(Request request, Parameters parameters) {
    return subjects.versions(subject(parameters), request.flag("deleted")).stream()
        .map(Registered::version)
        .toList();
  }

  private Object version(Request request, Parameters parameters) {
    return entity(find(request, parameters));
  }

  private Object schema(Request request, Parameters parameters) {
    return new RawJson(find(request, parameters).schema().canonicalString());
  }

  private Object referencedBy(Request request, Parameters parameters) {
    find(request, parameters);
    return List.of();
  }

  private Object deleteSubject(Request request, Parameters parameters) {
    String subject = subject(parameters);
    return request.flag("permanent")
        ? deletions.eraseSubject(subject)
        : deletions.deleteSubject(subject);
  }

  private Object deleteVersion(Request request, Parameters parameters) {
    String subject = subject(parameters);
    int version = VersionNumber.parse(parameters.get("version"));
    int deleted =
        request.flag("permanent")
            ? deletions.eraseVersion(subject, version)
            : deletions.deleteVersion(subject, version);
    return JsonNodeFactory.instance.numberNode(deleted);
  }

  private Registered find(Request request, Parameters parameters) {
    return subjects.version(
        subject(parameters),
        VersionNumber.parse(parameters.get("version")),
        request.flag("deleted"));
  }

  private static Schema entity(Registered registered) {
    return new Schema(
        registered.subject(), registered.version(), registered.id(), registered.schema());
  }

  private static String subject(Parameters parameters) {
    return SubjectName.check(parameters.get("subject"));
  }
}
