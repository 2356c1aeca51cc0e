/**
 * The sweep: the proposals that a change of price, policy or rules concerns are re-scored in
 * slices, going round and round with a durable cursor.
 *
 * <p>May import {@code pages} and {@code reference}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.sweep;

import org.jspecify.annotations.NullMarked;
