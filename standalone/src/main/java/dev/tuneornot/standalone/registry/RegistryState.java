package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.RegistryRecord.LevelSet;
import dev.tuneornot.standalone.registry.RegistryRecord.SubjectDeleted;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionErased;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionWritten;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the records so far add up to. Holds tens of schemas, so it searches instead of indexing. Not
 * thread-safe.
 */
final class RegistryState {

  private final NavigableMap<String, NavigableMap<Integer, Registered>> subjects = new TreeMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
  private int maxId;

  /** {@link org.apache.avro.SchemaParseException} if the schema of the record is none. */
  void apply(RegistryRecord record) {
    if (record instanceof VersionWritten written) {
      write(written);
    } else if (record instanceof VersionErased erased) {
      erase(erased);
    } else if (record instanceof SubjectDeleted deleted) {
      versions(deleted.subject())
          .headMap(deleted.upToVersion(), true)
          .replaceAll((version, registered) -> registered.softlyDeleted());
    } else {
      set((LevelSet) record);
    }
  }

  private void write(VersionWritten written) {
    maxId = Math.max(maxId, written.id());
    Registered registered =
        new Registered(
            written.subject(),
            written.version(),
            written.id(),
            new AvroSchema(written.schema()),
            written.deleted());
    subjects
        .computeIfAbsent(written.subject(), subject -> new TreeMap<>())
        .put(written.version(), registered);
  }

  private void erase(VersionErased erased) {
    NavigableMap<Integer, Registered> versions = versions(erased.subject());
    versions.remove(erased.version());
    if (versions.isEmpty()) {
      subjects.remove(erased.subject());
    }
  }

  private void set(LevelSet set) {
    @Nullable CompatibilityLevel level = set.level();
    if (set.subject() == null) {
      globalLevel = level == null ? CompatibilityLevel.BACKWARD : level;
    } else if (level == null) {
      levels.remove(set.subject());
    } else {
      levels.put(set.subject(), level);
    }
  }

  Set<String> subjects() {
    return subjects.keySet();
  }

  /** In order of their versions, softly deleted ones too; empty for an unknown subject. */
  Collection<Registered> of(String subject) {
    return versions(subject).values();
  }

  /** In order of their versions, without the softly deleted ones. */
  List<Registered> liveOf(String subject) {
    return of(subject).stream().filter(registered -> !registered.deleted()).toList();
  }

  /** Softly deleted ones too. */
  Stream<Registered> all() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream());
  }

  private NavigableMap<Integer, Registered> versions(String subject) {
    NavigableMap<Integer, Registered> versions = subjects.get(subject);
    return versions == null ? new TreeMap<>() : versions;
  }

  /** The largest id ever given, 0 before the first. */
  int maxId() {
    return maxId;
  }

  /** An id that was never given. It is used up, even if no record with it follows. */
  int takeId() {
    return ++maxId;
  }

  CompatibilityLevel globalLevel() {
    return globalLevel;
  }

  /** The level set for the subject itself. */
  Optional<CompatibilityLevel> levelOf(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }
}
