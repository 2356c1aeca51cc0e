/**
 * Portfolios as a whole.
 *
 * <p>Imports {@code dev.tuneornot.portfolio}, {@code evaluate}, {@code connection}, {@code input},
 * {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.portfolio;

import org.jspecify.annotations.NullMarked;
