package dev.tuneornot.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PromptCommitsTest {
  private static final long NOON = 1_800_000_000_000L;

  private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
  private final PromptCommits commits = new PromptCommits(context);

  @Test
  void shouldCommitTheFirstTimeAtOnce() {
    assertThat(isCommitted(NOON)).isTrue();
  }

  @Test
  void shouldLeaveWhatFollowsSoonToTheCommitInterval() {
    isCommitted(NOON);

    assertThat(isCommitted(NOON + PromptCommits.LEAST_INTERVAL_MS - 1)).isFalse();
    assertThat(isCommitted(NOON + PromptCommits.LEAST_INTERVAL_MS)).isTrue();
  }

  private boolean isCommitted(long now) {
    context.resetCommit();
    context.setCurrentSystemTimeMs(now);
    commits.ask();
    return context.committed();
  }
}
