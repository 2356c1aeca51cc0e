/**
 * The configuration: every key documented, typed and defaulted.
 *
 * <p>Imports nothing of the other packages. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.config;

import org.jspecify.annotations.NullMarked;
