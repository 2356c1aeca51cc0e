/**
 * What the pages of a task take of the heap.
 *
 * <p>Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
