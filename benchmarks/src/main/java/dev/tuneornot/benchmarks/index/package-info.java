/**
 * Structures for the index of dependants, side by side.
 *
 * <p>May import streams-app's pass. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.index;

import org.jspecify.annotations.NullMarked;
