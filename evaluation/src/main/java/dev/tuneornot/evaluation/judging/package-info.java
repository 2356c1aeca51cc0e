/**
 * Judging prices: whether a price is so odd that a person should see it before it counts (section
 * 11 of the rules, J1 to J8).
 *
 * <p>Pure functions, one class a concern; what is judged, foretold and shown is all found here. May
 * import {@code dev.tuneornot.evaluation} and what that imports. Records are not modified.
 */
@NullMarked
package dev.tuneornot.evaluation.judging;

import org.jspecify.annotations.NullMarked;
