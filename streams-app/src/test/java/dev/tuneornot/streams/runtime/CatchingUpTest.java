package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.runtime.CatchingUp.State;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchingUpTest {
  private static final TopicPartition FIRST = new TopicPartition("pricing", 0);
  private static final TopicPartition SECOND = new TopicPartition("pricing", 1);
  private static final TopicPartition OTHER = new TopicPartition("proposals", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CatchingUp catchingUp = new CatchingUp(Map.of(FIRST, 99L, SECOND, 9L), PATIENCE);

  @Test
  void shouldBePastWhereNothingWaits() {
    assertThat(new CatchingUp(Map.of(), PATIENCE).look(Map.of(), false, at(0)))
        .isEqualTo(State.PAST);
  }

  @Test
  void shouldBePastBehindTheLastRecordOfEachPartition() {
    assertThat(look(Map.of(FIRST, 100L), 0)).isEqualTo(State.BEHIND);
    assertThat(look(Map.of(FIRST, 100L, SECOND, 9L), 1)).isEqualTo(State.BEHIND);
    assertThat(look(Map.of(FIRST, 100L, SECOND, 10L), 2)).isEqualTo(State.PAST);
  }

  @Test
  void shouldWaitAsLongAsTheGroupMoves() {
    for (int second = 0; second < 500; second += 25) {
      assertThat(look(Map.of(FIRST, (long) second / 25), second)).isEqualTo(State.BEHIND);
    }
    assertThat(look(Map.of(FIRST, 100L, SECOND, 10L), 500)).isEqualTo(State.PAST);
  }

  @Test
  void shouldLosePatienceWithAGroupThatStandsThoughItMovesElsewhere() {
    assertThat(look(Map.of(FIRST, 50L, OTHER, 1L), 0)).isEqualTo(State.BEHIND);
    assertThat(look(Map.of(FIRST, 50L, OTHER, 2L), 30)).isEqualTo(State.BEHIND);
    assertThat(look(Map.of(FIRST, 50L, OTHER, 3L), 31)).isEqualTo(State.STANDING);
  }

  @Test
  void shouldNotCountTheTimeInWhichNobodyCanTakeRecords() {
    for (int second = 0; second < 120; second++) {
      assertThat(catchingUp.look(Map.of(), false, at(second))).isEqualTo(State.BEHIND);
    }
    assertThat(look(Map.of(), 149)).isEqualTo(State.BEHIND);
    assertThat(look(Map.of(), 150)).isEqualTo(State.STANDING);
  }

  private State look(Map<TopicPartition, Long> committed, int second) {
    return catchingUp.look(committed, true, at(second));
  }

  /** A clock that begins anywhere, and may overflow. */
  private static long at(int second) {
    return Long.MAX_VALUE - 1 + Duration.ofSeconds(second).toNanos();
  }
}
