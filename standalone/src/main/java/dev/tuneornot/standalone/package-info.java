/**
 * The program: everything in one JVM, loaded with the examples.
 *
 * <p>May import everything. Non-null by default.
 */
@NullMarked
package dev.tuneornot.standalone;

import org.jspecify.annotations.NullMarked;
