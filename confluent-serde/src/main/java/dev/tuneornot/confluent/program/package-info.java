/**
 * What programs that run until they are told to stop have in common: their command line, how they
 * end, and why they could not start.
 *
 * <p>May import picocli, which such a program declares itself. Non-null by default.
 */
@NullMarked
package dev.tuneornot.confluent.program;

import org.jspecify.annotations.NullMarked;
