/**
 * Kafka and the registry: the settings, the clients, records out of topics and into them, and the
 * answers of the streams app.
 *
 * <p>The only package that makes clients. Imports {@code dev.tuneornot.confluent}, {@code input}
 * for what is refused, and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.connection;

import org.jspecify.annotations.NullMarked;
