/**
 * What this system adds to Confluent's Avro serializer and registry client: a client built from the
 * same settings, the reading of failures, and the wire format.
 *
 * <p>Confluent's own classes ({@code io.confluent.kafka}) are in this module's jar, unchanged; the
 * module's README says where they come from. May import: Confluent, Kafka clients, Avro.
 */
@NullMarked
package dev.tuneornot.confluent;

import org.jspecify.annotations.NullMarked;
