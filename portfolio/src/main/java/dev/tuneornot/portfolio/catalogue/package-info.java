/**
 * Prices from several sources: merged by trust, checked against each other and against what is
 * stored, and the plan of what an import of them does.
 *
 * <p>Imports {@code formats}, {@code prices} and {@code evaluation}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.catalogue;

import org.jspecify.annotations.NullMarked;
