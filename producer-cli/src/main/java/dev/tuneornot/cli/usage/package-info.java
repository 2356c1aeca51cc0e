/**
 * {@code usage import}: what gateways and providers export becomes usage of proposals.
 *
 * <p>Thin over {@code dev.tuneornot.portfolio.usage}. Imports {@code portfolio}, {@code evaluate},
 * {@code fetch}, {@code connection}, {@code input}, {@code output} and {@code console}. Non-null by
 * default.
 */
@NullMarked
package dev.tuneornot.cli.usage;

import org.jspecify.annotations.NullMarked;
