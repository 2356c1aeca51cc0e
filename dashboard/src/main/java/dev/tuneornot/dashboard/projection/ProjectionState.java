package dev.tuneornot.dashboard.projection;

/**
 * How the projection stands.
 *
 * @param live false once it cannot recover by itself
 * @param caughtUp whether the rows have been where the topics were, and nothing is in the way now
 * @param reason what is missing; empty where nothing is
 * @param behind records that the rows are behind the topics, as far as known
 */
public record ProjectionState(boolean live, boolean caughtUp, String reason, long behind) {}
