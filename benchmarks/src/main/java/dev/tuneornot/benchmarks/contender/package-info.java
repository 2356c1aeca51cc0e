/**
 * The contenders, each with a main of its own.
 *
 * <p>May import data, process, evaluation, streams-app and Kafka; knows nothing of how it is
 * measured. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
