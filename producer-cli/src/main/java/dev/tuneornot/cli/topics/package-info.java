/**
 * Creates and checks the topics.
 *
 * <p>What they are to be is told by {@code schemas}. Imports {@code connection} and {@code
 * console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.topics;

import org.jspecify.annotations.NullMarked;
