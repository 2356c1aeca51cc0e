/**
 * The command line over a file, against its own reader and writer alone.
 *
 * <p>May import the command line, evaluation, data, process and report. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.commandline;

import org.jspecify.annotations.NullMarked;
