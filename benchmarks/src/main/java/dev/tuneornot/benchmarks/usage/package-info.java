/**
 * {@code usage import} over a spend log of any length. Imports {@code process} and the command
 * line. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.usage;

import org.jspecify.annotations.NullMarked;
