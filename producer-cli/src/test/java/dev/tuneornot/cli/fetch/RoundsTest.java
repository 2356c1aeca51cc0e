package dev.tuneornot.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.testing.Shell;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void shouldTryAgainSoonThenLessAndLessOften() {
    List<Long> waits = new ArrayList<>();
    List<Integer> rounds = new ArrayList<>();
    Rounds every =
        new Rounds(
            Duration.ofSeconds(30),
            Shell.plain().surroundings(),
            time -> {
              waits.add(time.toSeconds());
              if (waits.size() == 7) {
                throw new InterruptedException();
              }
            });

    int exitCode =
        every.run(
            () -> {
              rounds.add(rounds.size());
              if (rounds.size() == 2 || rounds.size() == 7) {
                throw new IOException("away");
              }
              if (rounds.size() > 2 && rounds.size() < 6) {
                throw new OperationFailure("away");
              }
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(exitCode).isZero();
    assertThat(waits).containsExactly(30L, 5L, 10L, 20L, 30L, 30L, 5L);
  }
}
