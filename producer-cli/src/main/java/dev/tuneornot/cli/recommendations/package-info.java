/**
 * What the streams app recommends: followed, exported, explained.
 *
 * <p>Imports {@code evaluate}, {@code connection}, {@code output} and {@code console}. Non-null by
 * default.
 */
@NullMarked
package dev.tuneornot.cli.recommendations;

import org.jspecify.annotations.NullMarked;
