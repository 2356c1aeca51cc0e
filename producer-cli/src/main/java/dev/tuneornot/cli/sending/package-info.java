/**
 * Records on their way to Kafka, and the answers of the streams app on their way back.
 *
 * <p>Imports {@code connection} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.sending;

import org.jspecify.annotations.NullMarked;
