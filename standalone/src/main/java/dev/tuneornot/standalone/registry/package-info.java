/**
 * A schema registry for one machine: Confluent's REST API over HTTP on loopback, kept in the
 * compacted topic {@code _schemas} in Confluent's own record format, so that ids survive a restart.
 *
 * <p>Parsing, equality and compatibility of schemas are Confluent's own classes. Its {@code
 * MockSchemaRegistryClient} is not what is underneath: it hands out ids again that were registered
 * with their id (as a restart must), forgets what is deleted, so that versions are numbered anew,
 * and creates a subject when it is only looked up.
 *
 * <p>Avro only, no references, no contexts, mode READWRITE. May import: Confluent's classes, Kafka
 * clients, Jackson, Javalin, {@code confluent.http}.
 */
@NullMarked
package dev.tuneornot.standalone.registry;

import org.jspecify.annotations.NullMarked;
