/**
 * What must hold when processes die: the streams app runs in JVMs of its own against an embedded
 * broker, is killed and stopped at bad moments, and what it has left in its topics is compared with
 * what the rules say.
 *
 * <p>May import everything else. {@code docs/reliability.md} says how to run it at full size.
 */
@NullMarked
package dev.tuneornot.standalone.faults;

import org.jspecify.annotations.NullMarked;
