/**
 * The schemas at the registry.
 *
 * <p>Imports {@code connection}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.registry;

import org.jspecify.annotations.NullMarked;
