package dev.tuneornot.streams.reference;

import dev.tuneornot.evaluation.judging.ReviewBounds;

/**
 * Whether and how prices are judged.
 *
 * @param applicationId marks what the application itself writes into topics that it also reads
 */
public record Reviewing(boolean isEnabled, ReviewBounds bounds, String applicationId) {}
