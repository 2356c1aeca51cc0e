/**
 * Questions over many recommendations, and one of them in words.
 *
 * <p>Pure, as the rules are: no clock, no I/O and no Kafka; what is read is handed in. Besides the
 * JDK only {@code dev.tuneornot.model}, {@code .schemas} and {@code .evaluation} may be imported,
 * and what those stand on for text.
 *
 * <p>{@code explanation} tells the reasons of a recommendation; {@code figures} writes amounts for
 * people.
 */
@NullMarked
package dev.tuneornot.portfolio;

import org.jspecify.annotations.NullMarked;
