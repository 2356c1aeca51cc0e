package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.policy;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The budget of slices is told of whatever a task takes, as a poll waits until it is processed. */
class RecordsTakenTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldTellOfPricesPoliciesAndCommandsAndOfWhatTheyBecome() {
    // Each as it was sent, as it comes to the tasks, and in the first report of the change.
    bench.send(baseline(BASELINE));
    assertThat(bench.recordsTold).isEqualTo(3);

    bench.send("legal", policy("1", 100));
    assertThat(bench.recordsTold).isEqualTo(6);

    bench.command("rescore");
    assertThat(bench.recordsTold).isEqualTo(9);
    assertThat(bench.proposalsTold).isZero();
  }

  @Test
  void shouldTellOfProposalsAndOfTheSumsOfTheirPortfolio() {
    bench.send(worthTuning("p"));
    assertThat(bench.proposalsTold).isEqualTo(1);
    assertThat(bench.recordsTold).isZero();

    bench.settle();
    assertThat(bench.recordsTold).isEqualTo(1);
  }

  @Test
  void shouldTellOfTheReportsOfAChange() {
    bench.send(tunable(CANDIDATE, 0.3));
    int before = bench.recordsTold;

    bench.settle();

    assertThat(bench.recordsTold).isEqualTo(before + 1);
  }
}
