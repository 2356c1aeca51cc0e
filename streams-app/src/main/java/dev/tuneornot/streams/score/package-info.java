/**
 * Scoring of proposals: the book of proposals, their last outcomes, and the processor that ties
 * intake, reference book and pass together.
 *
 * <p>May import {@code inbound}, {@code reference}, {@code pass}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.score;

import org.jspecify.annotations.NullMarked;
