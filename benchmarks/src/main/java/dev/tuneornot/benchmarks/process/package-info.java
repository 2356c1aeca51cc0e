/**
 * The processes of a run: started, asked what they used, and stopped.
 *
 * <p>May import standalone's broker and registry. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.process;

import org.jspecify.annotations.NullMarked;
