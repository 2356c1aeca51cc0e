/**
 * Sums over the proposals of a portfolio: partial sums of each task, and the processor that adds
 * them (docs/rules.md section 10).
 *
 * <p>May import {@code reference}, for the encoding. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.rollup;

import org.jspecify.annotations.NullMarked;
