/**
 * Topic names and their settings as data, beside the schemas that they carry.
 *
 * <p>Imports nothing but the JDK. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.topics;

import org.jspecify.annotations.NullMarked;
