/**
 * Dead letters: followed, and sent again to where they came from.
 *
 * <p>Imports {@code connection}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.deadletters;

import org.jspecify.annotations.NullMarked;
