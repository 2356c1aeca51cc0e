/**
 * {@code schemas}: what is registered, and what would be.
 *
 * <p>Imports {@code connection}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.schemas;

import org.jspecify.annotations.NullMarked;
