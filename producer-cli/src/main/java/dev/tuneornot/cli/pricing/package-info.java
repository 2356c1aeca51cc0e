/**
 * {@code pricing import}: public price catalogues, feeds and an overlay become prices, after a
 * report of what is odd and of what differs from the prices that are held. What else can be done
 * with prices is in {@code records}.
 *
 * <p>Thin over {@code dev.tuneornot.portfolio.catalogue}. Imports {@code connection}, {@code
 * evaluate}, {@code input}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.pricing;

import org.jspecify.annotations.NullMarked;
