/**
 * {@code what-if}: the portfolio, live or in files, under other prices, policies or usage.
 *
 * <p>Thin over {@code dev.tuneornot.portfolio.whatif}. Imports {@code evaluate}, {@code portfolio},
 * {@code connection}, {@code input}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.whatif;

import org.jspecify.annotations.NullMarked;
