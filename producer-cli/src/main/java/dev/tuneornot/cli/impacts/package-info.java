/**
 * {@code impacts}: what each change of a price, a policy or the rules did to the portfolio.
 *
 * <p>Imports {@code connection}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.impacts;

import org.jspecify.annotations.NullMarked;
