/**
 * Proposals out of a sheet as people keep it: its headings are found and matched with the fields of
 * a proposal, its numbers, dates and answers are read as its columns write them, and what two
 * readings are possible for is asked and never guessed.
 *
 * <p>Pure, so that the command line and the page read a sheet alike. May import {@code sheet},
 * {@code models}, {@code schemas} and {@code dev.tuneornot.model}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.importing;

import org.jspecify.annotations.NullMarked;
