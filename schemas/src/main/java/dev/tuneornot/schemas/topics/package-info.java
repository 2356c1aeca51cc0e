/**
 * Topic names and their settings as data, beside the schemas that they carry.
 *
 * <p>May import {@code dev.tuneornot.model} and Avro. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.topics;

import org.jspecify.annotations.NullMarked;
