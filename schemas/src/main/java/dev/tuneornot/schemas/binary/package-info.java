/**
 * Writing records in Avro's binary encoding where Avro's own writer is too slow.
 *
 * <p>May import {@code dev.tuneornot.model} and Avro. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.binary;

import org.jspecify.annotations.NullMarked;
