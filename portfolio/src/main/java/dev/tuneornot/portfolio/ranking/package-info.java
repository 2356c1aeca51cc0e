/**
 * Which proposals to fund with a budget, and how far from the best possible choice that is.
 *
 * <p>A knapsack of costs and benefits; {@link dev.tuneornot.portfolio.ranking.Fundable} alone knows
 * recommendations. Imports the model classes and {@code summary}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.ranking;

import org.jspecify.annotations.NullMarked;
