/**
 * What this process counts over all of its tasks, for {@code /metrics}. Plain counters; nothing
 * here knows how they are exposed.
 *
 * <p>Imports nothing of the sibling packages. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.meters;

import org.jspecify.annotations.NullMarked;
