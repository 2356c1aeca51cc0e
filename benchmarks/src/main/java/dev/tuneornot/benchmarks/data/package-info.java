/**
 * What is loaded: the same synthetic proposals and prices for every contender.
 *
 * <p>May import the command line, schemas and Kafka clients. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.data;

import org.jspecify.annotations.NullMarked;
