package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private final AtomicLong wall = new AtomicLong(1_800_000_000_000L);
  private final AtomicLong nanos = new AtomicLong(-42);
  private final ClockWatch watch = new ClockWatch(wall::get, nanos::get);

  @Test
  void shouldSayNothingWhileBothClocksGoOn() {
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofMinutes(7));
      assertThat(watch.setBack()).isZero();
    }
  }

  @Test
  void shouldSayOnceByHowMuchTheWallClockWasSetBack() {
    pass(Duration.ofSeconds(1));
    wall.addAndGet(-Duration.ofMinutes(10).toMillis());

    assertThat(watch.setBack()).isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
    pass(Duration.ofSeconds(1));
    assertThat(watch.setBack()).isZero();
  }

  @Test
  void shouldLeaveAClockAloneThatIsSetForwardOrSlewed() {
    wall.addAndGet(Duration.ofHours(1).toMillis());
    assertThat(watch.setBack()).isZero();
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofSeconds(1));
      wall.addAndGet(-100);
      assertThat(watch.setBack()).isZero();
    }
  }

  @Test
  void shouldNoticeTheWayBackFromAnHourForward() {
    wall.addAndGet(Duration.ofHours(1).toMillis());
    watch.setBack();
    wall.addAndGet(-Duration.ofHours(1).toMillis());

    assertThat(watch.setBack()).isGreaterThan(Duration.ofMinutes(59));
  }

  private void pass(Duration time) {
    wall.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }
}
