/**
 * The Kafka Streams application. Its packages point inwards: {@code runtime} to {@code topology} to
 * the processors' packages; a test keeps it so.
 */
@NullMarked
package dev.tuneornot.streams;

import org.jspecify.annotations.NullMarked;
