package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.RegistryRecord.LevelSet;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compatibility levels, and the check by them, which is Confluent's. */
final class Compatibility {

  private final RegistryState state;
  private final RegistryWriter writer;

  Compatibility(RegistryState state, RegistryWriter writer) {
    this.state = state;
    this.writer = writer;
  }

  /** The level in force for a subject. */
  CompatibilityLevel levelFor(String subject) {
    return state.levelOf(subject).orElse(state.globalLevel());
  }

  /** What speaks against the schema as the successor of these, oldest first; empty if nothing. */
  List<String> violations(String subject, AvroSchema schema, List<Registered> predecessors) {
    CompatibilityLevel level = levelFor(subject);
    List<ParsedSchemaHolder> holders = new ArrayList<>();
    for (Registered predecessor : predecessors) {
      holders.add(new SimpleParsedSchemaHolder(predecessor.schema()));
    }
    return schema.isCompatible(level, holders);
  }

  /** For a null subject, the level of all that have none of their own. */
  void set(@Nullable String subject, CompatibilityLevel level) {
    writer.write(new LevelSet(subject, level));
  }

  /**
   * Back to the default.
   *
   * @return the level that was set
   */
  CompatibilityLevel unset(@Nullable String subject) {
    CompatibilityLevel before =
        subject == null
            ? state.globalLevel()
            : state.levelOf(subject).orElseThrow(() -> RegistryException.subjectNotFound(subject));
    writer.write(new LevelSet(subject, null));
    return before;
  }
}
