/**
 * What the streams app recommends: followed, exported, explained.
 *
 * <p>Imports {@code reading}, {@code connection}, {@code rows}, {@code output} and {@code console}.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.recommendations;

import org.jspecify.annotations.NullMarked;
