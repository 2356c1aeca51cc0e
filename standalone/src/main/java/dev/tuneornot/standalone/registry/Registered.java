package dev.tuneornot.standalone.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;

/**
 * A version of a subject.
 *
 * @param deleted softly: still readable by id, no longer part of the subject
 */
record Registered(String subject, int version, int id, AvroSchema schema, boolean deleted) {

  boolean hasSchema(AvroSchema other) {
    return schema.canonicalString().equals(other.canonicalString());
  }

  Registered softlyDeleted() {
    return new Registered(subject, version, id, schema, true);
  }
}
