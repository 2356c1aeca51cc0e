/**
 * The side-by-side harness: the streams app against the stateless limit, a foreign-key join and a
 * bare producer, on the same records and under the same guarantee.
 *
 * <p>May import everything. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks;

import org.jspecify.annotations.NullMarked;
