package dev.tuneornot.streams.inbound;

import org.apache.avro.Schema;

/** Finds the writer schema of a schema id. */
public interface SchemaLookup {

  /** What a look-up came to. */
  sealed interface Answer {
    record Found(Schema schema) implements Answer {}

    /** The registry answered, and does not know the id. */
    record Unknown(String message) implements Answer {}

    /** The registry gave no answer, or none that can be used: ask again later. */
    record Unavailable(String message) implements Answer {}
  }

  /**
   * Never blocks for long (a task that waits outlives its transaction) and never throws for what
   * the registry does.
   */
  Answer find(int schemaId);
}
