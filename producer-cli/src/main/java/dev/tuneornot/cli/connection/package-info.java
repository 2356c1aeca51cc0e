/**
 * From flags, properties, a file and the environment to clients of Kafka and of the schema
 * registry.
 *
 * <p>The only package that builds clients and that knows what their failures mean. Imports Kafka
 * clients, the serde and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.connection;

import org.jspecify.annotations.NullMarked;
