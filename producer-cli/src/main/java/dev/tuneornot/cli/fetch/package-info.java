/**
 * What imports need that ask servers, once or again and again: a download in bounded time and
 * memory, and rounds with backoff.
 *
 * <p>Imports {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.fetch;

import org.jspecify.annotations.NullMarked;
