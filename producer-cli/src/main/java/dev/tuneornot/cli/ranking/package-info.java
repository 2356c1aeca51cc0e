/**
 * Which proposals to fund with a budget, and how far from the best possible choice that is.
 *
 * <p>A knapsack: pure functions of costs and benefits, which know nothing of recommendations. JDK
 * only. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.ranking;

import org.jspecify.annotations.NullMarked;
