/**
 * Records out of Kafka: all of a topic up to its end, or those that come from now on.
 *
 * <p>Imports {@code connection} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.reading;

import org.jspecify.annotations.NullMarked;
