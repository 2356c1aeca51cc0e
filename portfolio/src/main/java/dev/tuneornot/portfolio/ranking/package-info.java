/**
 * Which proposals to fund with a budget, on which deployments to host them together, and how far
 * from the best possible choice that is.
 *
 * <p>A knapsack of costs and gains with fixed charges; {@link
 * dev.tuneornot.portfolio.ranking.Fundables} alone knows proposals and rules. Imports the model
 * classes, {@code evaluation} and {@code summary}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.ranking;

import org.jspecify.annotations.NullMarked;
