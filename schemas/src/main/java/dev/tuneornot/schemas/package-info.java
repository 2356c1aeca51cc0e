/**
 * The contract between all parts: what the three inputs are, and which classes Avro may load.
 *
 * <p>May import {@code dev.tuneornot.model} (generated from the Avro schemas), {@code validation}
 * and Avro. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas;

import org.jspecify.annotations.NullMarked;
