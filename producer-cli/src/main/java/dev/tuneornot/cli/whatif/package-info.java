/**
 * {@code what-if}: a portfolio under the prices and policies that are, and under others.
 *
 * <p>Comparison and reasons are pure functions of recommendations; the command alone reads topics
 * and files. Imports {@code evaluate}, {@code sums}, {@code reading}, {@code connection}, {@code
 * input}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.whatif;

import org.jspecify.annotations.NullMarked;
