/**
 * Portfolios as a whole.
 *
 * <p>Imports {@code ranking}, {@code sums}, {@code reading}, {@code connection}, {@code rows},
 * {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.portfolio;

import org.jspecify.annotations.NullMarked;
