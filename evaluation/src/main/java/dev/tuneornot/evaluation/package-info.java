/**
 * The rules: what follows from a proposal, the prices and a policy at an instant.
 *
 * <p>Pure functions, one class a section of the rules; the ids in the comments (T1, M1, E1, ...)
 * are those of the rules. No clock, no I/O and no Kafka: besides the JDK only {@code
 * dev.tuneornot.model}, {@code dev.tuneornot.schemas} and Avro may be imported.
 *
 * <p>Inputs are taken as valid: within the bounds that {@code dev.tuneornot.schemas} checks.
 * Records given to this package and received from it are not modified by it afterwards; lists in
 * its results may be shared and immutable.
 *
 * <p>Units throughout: US dollars, dollars per million tokens (per MTok), months of 30.4375 days,
 * milliseconds since the epoch.
 */
@NullMarked
package dev.tuneornot.evaluation;

import org.jspecify.annotations.NullMarked;
