package dev.tuneornot.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.internals.Exit;
import org.junit.jupiter.api.Test;

class ExitGuardTest {

  @Test
  void shouldTellEveryOpenGuardInsteadOfEndingTheJvm() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    try (ExitGuard one = ExitGuard.open(first::add)) {
      try (ExitGuard other = ExitGuard.open(second::add)) {
        assertThat(other).isNotSameAs(one);
        assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed"))
            .isInstanceOf(ExitGuard.ExitPrevented.class);
      }
      assertThatThrownBy(() -> Exit.exit(2)).isInstanceOf(ExitGuard.ExitPrevented.class);
    }

    assertThat(first)
        .containsExactly(
            "exit with status 1: all log dirs have failed, see the log",
            "exit with status 2, see the log");
    assertThat(second).containsExactly("exit with status 1: all log dirs have failed, see the log");
  }
}
