/**
 * Checks and creates topics, the same for every program.
 *
 * <p>Imports Kafka's admin client only; which topics there are to be is told by the caller.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.confluent.topics;

import org.jspecify.annotations.NullMarked;
