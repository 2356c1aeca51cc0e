/**
 * Prices and policies on their way to every partition: the validating first sub-topology and the
 * book that each task of the second one keeps.
 *
 * <p>May import {@code inbound}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.reference;

import org.jspecify.annotations.NullMarked;
