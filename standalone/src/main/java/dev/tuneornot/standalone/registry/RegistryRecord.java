package dev.tuneornot.standalone.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/** What a record of the registry's topic says. */
sealed interface RegistryRecord {

  /** A version of a subject as it is from now on; {@code deleted}: softly. */
  record VersionWritten(String subject, int version, int id, String schema, boolean deleted)
      implements RegistryRecord {}

  /** A version permanently deleted. */
  record VersionErased(String subject, int version) implements RegistryRecord {}

  /** All versions up to this one softly deleted. */
  record SubjectDeleted(String subject, int upToVersion) implements RegistryRecord {}

  /** The level of a subject, or of all without their own; no level: no longer set. */
  record LevelSet(@Nullable String subject, @Nullable CompatibilityLevel level)
      implements RegistryRecord {}
}
