/**
 * Synthetic proposals and prices: believable, within the bounds, the same for the same seed.
 *
 * <p>Models and numbers are invented. Imports the model classes, {@code output} and {@code
 * console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.generate;

import org.jspecify.annotations.NullMarked;
