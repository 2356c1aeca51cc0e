/**
 * The topology: names, stores and wiring, in one place.
 *
 * <p>May import the packages of the processors, not {@code runtime}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.topology;

import org.jspecify.annotations.NullMarked;
