package dev.tuneornot.dashboard;

import dev.tuneornot.dashboard.projection.ProjectionState;

/**
 * The state of the dashboard as its probes see it.
 *
 * @param live false once it cannot recover by itself
 * @param ready true once the rows have been where the topics were, and while nothing is in the way
 * @param reason why it is not ready; empty where it is
 * @param behind records that the rows are behind the topics
 */
public record Health(boolean live, boolean ready, String reason, long behind) {

  static Health of(ProjectionState state) {
    return new Health(state.live(), state.caughtUp(), state.reason(), state.behind());
  }
}
