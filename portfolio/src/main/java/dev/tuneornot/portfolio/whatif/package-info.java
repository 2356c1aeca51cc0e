/**
 * A portfolio under two sets of prices, policies and usage: the verdicts that change, the sums, and
 * for each proposal that flips the figure that crossed a bound.
 *
 * <p>Imports the model classes, {@code evaluation}, {@code summary} and {@code figures}. Non-null
 * by default.
 */
@NullMarked
package dev.tuneornot.portfolio.whatif;

import org.jspecify.annotations.NullMarked;
