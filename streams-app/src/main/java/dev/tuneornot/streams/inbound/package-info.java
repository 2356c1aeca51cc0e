/**
 * How a record of an input topic is admitted: the check of its key and partition, the look-up of
 * its writer schema, decoding, bounds; parking while the registry is away; and the dead letters.
 *
 * <p>May import the contract and the registry client, nothing of the sibling packages. Non-null by
 * default.
 */
@NullMarked
package dev.tuneornot.streams.inbound;

import org.jspecify.annotations.NullMarked;
