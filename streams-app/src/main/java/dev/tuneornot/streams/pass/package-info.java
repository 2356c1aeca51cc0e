/**
 * The pass: which proposals a change of price, policy or rules concerns, and how they are worked
 * off in slices by a circular walk with a durable cursor.
 *
 * <p>May import {@code reference}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.pass;

import org.jspecify.annotations.NullMarked;
