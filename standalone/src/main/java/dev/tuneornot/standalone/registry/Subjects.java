package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.RegistryRecord.VersionWritten;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registering and finding versions of subjects. */
final class Subjects {

  /** The version number that stands for the latest. */
  static final int LATEST = -1;

  private final RegistryState state;
  private final RegistryWriter writer;
  private final Compatibility compatibility;

  Subjects(RegistryState state, RegistryWriter writer, Compatibility compatibility) {
    this.state = state;
    this.writer = writer;
    this.compatibility = compatibility;
  }

  /**
   * The id of the schema under this subject, where it becomes the next version unless it is one.
   */
  int register(String subject, AvroSchema schema) {
    List<Registered> live = state.liveOf(subject);
    for (Registered registered : live) {
      if (registered.hasSchema(schema)) {
        return registered.id();
      }
    }
    List<String> violations = compatibility.violations(subject, schema, live);
    if (!violations.isEmpty()) {
      throw RegistryException.incompatible(subject, violations.toString());
    }
    int id = idOf(schema);
    writer.write(
        new VersionWritten(subject, nextVersion(subject), id, schema.canonicalString(), false));
    return id;
  }

  // One schema has one id, whatever the subjects that it is registered under.
  private int idOf(AvroSchema schema) {
    return state
        .all()
        .filter(registered -> registered.hasSchema(schema))
        .findFirst()
        .map(Registered::id)
        .orElseGet(state::takeId);
  }

  private int nextVersion(String subject) {
    return state.of(subject).stream().mapToInt(Registered::version).max().orElse(0) + 1;
  }

  /** The version of the subject that has this schema. */
  Registered lookup(String subject, AvroSchema schema, boolean deletedToo) {
    return versions(subject, deletedToo).stream()
        .filter(registered -> registered.hasSchema(schema))
        .reduce((earlier, later) -> later)
        .orElseThrow(RegistryException::schemaNotFound);
  }

  /** At least one, oldest first. */
  List<Registered> versions(String subject, boolean deletedToo) {
    Collection<Registered> all = deletedToo ? state.of(subject) : state.liveOf(subject);
    if (all.isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    return List.copyOf(all);
  }

  /** One version, or {@link #LATEST}. */
  Registered version(String subject, int version, boolean deletedToo) {
    List<Registered> versions = versions(subject, deletedToo);
    if (version == LATEST) {
      return versions.get(versions.size() - 1);
    }
    return versions.stream()
        .filter(registered -> registered.version() == version)
        .findFirst()
        .orElseThrow(() -> RegistryException.versionNotFound(version));
  }

  List<String> names(String prefix, boolean deletedToo) {
    return state.subjects().stream()
        .filter(subject -> subject.startsWith(prefix))
        .filter(subject -> deletedToo || !state.liveOf(subject).isEmpty())
        .toList();
  }

  /** Schemas of softly deleted versions stay readable: there are records with their id. */
  AvroSchema schema(int id) {
    return state
        .all()
        .filter(registered -> registered.id() == id)
        .findFirst()
        .map(Registered::schema)
        .orElseThrow(() -> RegistryException.schemaNotFound(id));
  }

  /** Where the schema with this id is registered. */
  List<Registered> uses(int id, @Nullable String subject, boolean deletedToo) {
    schema(id);
    return state
        .all()
        .filter(registered -> registered.id() == id)
        .filter(registered -> subject == null || Objects.equals(subject, registered.subject()))
        .filter(registered -> deletedToo || !registered.deleted())
        .toList();
  }

  /** The largest id given so far. */
  int maxId() {
    return state.maxId();
  }
}
