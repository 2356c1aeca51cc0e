package dev.tuneornot.streams.reference;

import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits at once where somebody waits for it: all tasks wait for a change to be committed before
 * they see it, and readers for the last rows of a re-score. Under exactly-once nothing is seen
 * before a commit, which is otherwise due every {@code commit.interval.ms}, 100 by default.
 *
 * <p>Not more often than that, so that a flood of changes at most doubles the number of commits:
 * the first is seen at once, and those that follow it together.
 */
public final class PromptCommits {
  /** In milliseconds. */
  static final long LEAST_INTERVAL_MS = 100;

  private final ProcessingContext context;
  private long next;

  public PromptCommits(ProcessingContext context) {
    this.context = context;
  }

  /** Asks for a commit, unless it has just asked for one. */
  public void ask() {
    long now = context.currentSystemTimeMs();
    if (now >= next) {
      next = now + LEAST_INTERVAL_MS;
      context.commit();
    }
  }
}
