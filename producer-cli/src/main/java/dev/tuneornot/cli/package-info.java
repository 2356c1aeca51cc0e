/**
 * The command line: checks, sends and evaluates proposals, prices and policies, and shows what the
 * streams app says of them.
 *
 * <p>A package for each feature; this one puts them together. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli;

import org.jspecify.annotations.NullMarked;
