/**
 * What sources say of the prices of models: layered over one another, checked, compared with the
 * prices that are stored, and turned into what is to be sent.
 *
 * <p>Pure functions; imports the model classes and {@code schemas} only. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.prices;

import org.jspecify.annotations.NullMarked;
