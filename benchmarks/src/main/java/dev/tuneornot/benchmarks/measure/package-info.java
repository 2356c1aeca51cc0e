/**
 * What is measured, from outside and alike for all contenders.
 *
 * <p>May import contender, data, process and report. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
