package dev.tuneornot.standalone.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import java.util.List;
import java.util.stream.Stream;

/** {@code /schemas}: schemas by id. */
final class SchemaRoutes {

  private final Subjects subjects;

  private SchemaRoutes(Subjects subjects) {
    this.subjects = subjects;
  }

  static void addTo(Routes routes, Subjects subjects) {
    SchemaRoutes handlers = new SchemaRoutes(subjects);
    routes.get("/schemas/types", request -> List.of(AvroSchema.TYPE));
    routes.get("/schemas/ids/{id}", handlers::byId);
    routes.get("/schemas/ids/{id}/schema", handlers::schema);
    routes.get("/schemas/ids/{id}/subjects", handlers::subjects);
    routes.get("/schemas/ids/{id}/versions", handlers::versions);
  }

  // The parameters subject and format are for contexts and other schema types: without effect here.
  private Object byId(Request request) {
    SchemaString answer = new SchemaString(subjects.schema(id(request)).canonicalString());
    if (request.flag("fetchMaxId")) {
      answer.setMaxId(subjects.maxId());
    }
    return answer;
  }

  private Object schema(Request request) {
    return new RawJson(subjects.schema(id(request)).canonicalString());
  }

  private Object subjects(Request request) {
    return uses(request).map(Registered::subject).distinct().toList();
  }

  private Object versions(Request request) {
    return uses(request)
        .map(registered -> new SubjectVersion(registered.subject(), registered.version()))
        .toList();
  }

  private Stream<Registered> uses(Request request) {
    return subjects.uses(id(request), request.query("subject"), request.flag("deleted")).stream();
  }

  private static int id(Request request) {
    try {
      return Integer.parseInt(request.path("id"));
    } catch (NumberFormatException e) {
      throw RegistryException.noSuchPath();
    }
  }
}
