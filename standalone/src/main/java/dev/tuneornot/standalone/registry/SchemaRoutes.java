package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.Router.Parameters;
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

  static void addTo(Router router, Subjects subjects) {
    SchemaRoutes routes = new SchemaRoutes(subjects);
    router.add("GET", "schemas/types", (request, parameters) -> List.of(AvroSchema.TYPE));
    router.add("GET", "schemas/ids/{id}", routes::byId);
    router.add("GET", "schemas/ids/{id}/schema", routes::schema);
    router.add("GET", "schemas/ids/{id}/subjects", routes::subjects);
    router.add("GET", "schemas/ids/{id}/versions", routes::versions);
  }

  // The parameters subject and format are for contexts and other schema types: without effect here.
  private Object byId(Request request, Parameters parameters) {
    SchemaString answer = new SchemaString(subjects.schema(id(parameters)).canonicalString());
    if (request.flag("fetchMaxId")) {
      answer.setMaxId(subjects.maxId());
    }
    return answer;
  }

  private Object schema(Request request, Parameters parameters) {
    return new RawJson(subjects.schema(id(parameters)).canonicalString());
  }

  private Object subjects(Request request, Parameters parameters) {
    return uses(request, parameters).map(Registered::subject).distinct().toList();
  }

  private Object versions(Request request, Parameters parameters) {
    return uses(request, parameters)
        .map(registered -> new SubjectVersion(registered.subject(), registered.version()))
        .toList();
  }

  private Stream<Registered> uses(Request request, Parameters parameters) {
    return subjects
        .uses(id(parameters), request.query().get("subject"), request.flag("deleted"))
        .stream();
  }

  private static int id(Parameters parameters) {
    try {
      return Integer.parseInt(parameters.get("id"));
    } catch (NumberFormatException e) {
      throw RegistryException.noSuchPath();
    }
  }
}
