/**
 * Keeps the rows of the database as the topics say: one thread reads, decodes and writes, and what
 * it has read is noted in the same transaction as the rows.
 *
 * <p>May import {@code config}, {@code sql}, the schemas, Kafka's clients and the registry client.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard.projection;

import org.jspecify.annotations.NullMarked;
