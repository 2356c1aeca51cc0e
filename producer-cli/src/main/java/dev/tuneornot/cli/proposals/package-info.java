/**
 * {@code proposals import}, {@code template}, {@code validate}, {@code send} and {@code delete}:
 * sheets as people keep them, models that have no price, and answers to wait for. What else can be
 * done with proposals is in {@code records}.
 *
 * <p>Imports {@code records} and what that imports, and {@code evaluate} for files of prices.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.proposals;

import org.jspecify.annotations.NullMarked;
