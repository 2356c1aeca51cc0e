/**
 * Results as data, their statistics, and the report in Markdown and JSON.
 *
 * <p>May import Jackson. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.report;

import org.jspecify.annotations.NullMarked;
