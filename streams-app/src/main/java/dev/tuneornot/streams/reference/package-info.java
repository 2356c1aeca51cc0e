/**
 * Prices and policies on their way to every partition: the processor that validates them and the
 * book that each task keeps.
 *
 * <p>May import {@code inbound}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.reference;

import org.jspecify.annotations.NullMarked;
