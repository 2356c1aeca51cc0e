package dev.tuneornot.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowCountTest {

  @Test
  void shouldTakeTheTimeOfTheLastWantedRowAndCountAllOfThem() {
    RowCount count = new RowCount(2, false);

    count.add(7, null, 100);
    count.add(8, null, 200);
    count.add(7, null, 300);

    RowCount.State state = count.state();
    assertThat(state.isComplete()).isTrue();
    assertThat(state.rows()).isEqualTo(3);
    assertThat(state.distinct()).isEqualTo(2);
    assertThat(state.first()).isEqualTo(100);
    assertThat(state.last()).isEqualTo(200);
  }

  @Test
  void shouldCountAProbeOnceFromWhenItWasDue() {
    Probes probes = new Probes();
    probes.sent("a", 1_000_000);
    probes.sent("b", 2_000_000);

    probes.received("a", 4_000_000);
    probes.received("a", 9_000_000);

    assertThat(probes.allAnswered()).isFalse();
    assertThat(probes.latencies(sent -> true).max()).isEqualTo(3);
  }
}
