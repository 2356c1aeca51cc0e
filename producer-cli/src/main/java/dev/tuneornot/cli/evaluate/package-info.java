/**
 * Evaluation of files, without Kafka.
 *
 * <p>Imports {@code evaluation}, {@code input}, {@code output} and {@code console}; no client of
 * anything. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.evaluate;

import org.jspecify.annotations.NullMarked;
