/**
 * The shell: start-up checks, the life of KafkaStreams, health over HTTP.
 *
 * <p>May import everything else. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.runtime;

import org.jspecify.annotations.NullMarked;
