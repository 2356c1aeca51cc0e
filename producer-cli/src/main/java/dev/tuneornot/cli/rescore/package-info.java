/**
 * {@code rescore}: the whole portfolio again.
 *
 * <p>Imports {@code connection} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.rescore;

import org.jspecify.annotations.NullMarked;
