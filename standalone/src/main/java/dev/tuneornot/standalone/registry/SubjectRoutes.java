package dev.tuneornot.standalone.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import java.util.List;
import java.util.Objects;

/** {@code /subjects}: registering, looking up, deleting. */
final class SubjectRoutes {

  private final Subjects subjects;
  private final Deletions deletions;

  private SubjectRoutes(Subjects subjects, Deletions deletions) {
    this.subjects = subjects;
    this.deletions = deletions;
  }

  static void addTo(Routes routes, Subjects subjects, Deletions deletions) {
    SubjectRoutes handlers = new SubjectRoutes(subjects, deletions);
    routes.get("/subjects", handlers::list);
    routes.post("/subjects/{subject}", handlers::lookup);
    routes.delete("/subjects/{subject}", handlers::deleteSubject);
    routes.get("/subjects/{subject}/versions", handlers::versions);
    routes.post("/subjects/{subject}/versions", handlers::register);
    routes.get("/subjects/{subject}/versions/{version}", handlers::version);
    routes.delete("/subjects/{subject}/versions/{version}", handlers::deleteVersion);
    routes.get("/subjects/{subject}/versions/{version}/schema", handlers::schema);
    routes.get("/subjects/{subject}/versions/{version}/referencedby", handlers::referencedBy);
  }

  private Object list(Request request) {
    String prefix = Objects.requireNonNullElse(request.query("subjectPrefix"), "");
    return subjects.names(prefix, request.flag("deleted"));
  }

  private Object register(Request request) {
    int id = subjects.register(request.subject(), RequestBody.schema(request));
    return new RegisterSchemaResponse(id);
  }

  private Object lookup(Request request) {
    String subject = request.subject();
    return entity(subjects.lookup(subject, RequestBody.schema(request), request.flag("deleted")));
  }

  private Object versions(Request request) {
    return subjects.versions(request.subject(), request.flag("deleted")).stream()
        .map(Registered::version)
        .toList();
  }

  private Object version(Request request) {
    return entity(find(request));
  }

  private Object schema(Request request) {
    return new RawJson(find(request).schema().canonicalString());
  }

  private Object referencedBy(Request request) {
    find(request);
    return List.of();
  }

  private Object deleteSubject(Request request) {
    String subject = request.subject();
    return request.flag("permanent")
        ? deletions.eraseSubject(subject)
        : deletions.deleteSubject(subject);
  }

  private Object deleteVersion(Request request) {
    String subject = request.subject();
    int version = VersionNumber.parse(request.path("version"));
    int deleted =
        request.flag("permanent")
            ? deletions.eraseVersion(subject, version)
            : deletions.deleteVersion(subject, version);
    return JsonNodeFactory.instance.numberNode(deleted);
  }

  private Registered find(Request request) {
    return subjects.version(
        request.subject(), VersionNumber.parse(request.path("version")), request.flag("deleted"));
  }

  private static Schema entity(Registered registered) {
    return new Schema(
        registered.subject(), registered.version(), registered.id(), registered.schema());
  }
}
