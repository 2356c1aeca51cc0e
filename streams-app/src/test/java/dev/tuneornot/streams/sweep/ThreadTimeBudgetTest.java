package dev.tuneornot.streams.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class ThreadTimeBudgetTest {
  private static final TaskId FIRST = new TaskId(1, 0);
  private static final TaskId SECOND = new TaskId(1, 1);

  private long now;
  private final ThreadTimeBudget budget =
      new ThreadTimeBudget(Duration.ofMillis(10), Duration.ofMillis(40), () -> now);

  @Test
  void shouldGiveATaskTheWholeBudgetWhileThereIsInput() {
    budget.proposalTaken();

    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void shouldGiveMoreWithoutInput() {
    budget.proposalTaken();
    go(Duration.ofMillis(101));

    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(15));
    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void shouldGiveLessAgainWithTheFirstInput() {
    go(Duration.ofSeconds(1));
    budget.proposalTaken();

    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void shouldShareAmongTheTasksThatHaveSomethingToDo() {
    budget.proposalTaken();
    budget.begin(FIRST);

    assertThat(lengthOf(budget.begin(SECOND))).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void shouldForgetATaskThatHasNothingToDoAnyMore() {
    budget.begin(FIRST);
    go(Duration.ofMillis(101));
    budget.proposalTaken();

    assertThat(lengthOf(budget.begin(SECOND))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void shouldGiveLessOnceAfterAnyRecord() {
    beIdle();
    budget.recordTaken();

    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(15));
    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void shouldGiveAllTasksTheSameAfterARecord() {
    beIdle();
    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(40));
    assertThat(lengthOf(budget.begin(SECOND))).isEqualTo(Duration.ofMillis(20));
    budget.recordTaken();

    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofNanos(7_500_000));
    assertThat(lengthOf(budget.begin(SECOND))).isEqualTo(Duration.ofNanos(7_500_000));
    assertThat(lengthOf(budget.begin(FIRST))).isEqualTo(Duration.ofMillis(20));
    assertThat(lengthOf(budget.begin(SECOND))).isEqualTo(Duration.ofMillis(20));
  }

  private void beIdle() {
    budget.begin(FIRST);
    go(Duration.ofSeconds(1));
  }

  private void go(Duration time) {
    now += time.toNanos();
  }

  /** By asking each microsecond. */
  private Duration lengthOf(SliceBudget.Slice slice) {
    long start = now;
    while (slice.allowsAnotherRow()) {
      go(Duration.ofNanos(1_000));
    }
    return Duration.ofNanos(now - start);
  }
}
