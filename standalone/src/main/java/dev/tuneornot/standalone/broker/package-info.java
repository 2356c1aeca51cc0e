/**
 * A Kafka broker in this JVM: combined broker and controller on loopback, on a data directory that
 * outlives it. For one machine, a quickstart and tests.
 *
 * <p>May import: Kafka's server classes and clients. Knows nothing of this system's topics.
 */
@NullMarked
package dev.tuneornot.standalone.broker;

import org.jspecify.annotations.NullMarked;
