/**
 * What a change of a price, a policy or the rules did: counted by each task, added by one of them
 * (docs/rules.md section 10).
 *
 * <p>May import {@code pass}, {@code reference} and {@code rollup}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.impact;

import org.jspecify.annotations.NullMarked;
