package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.meters.AppMeters;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process counts. */
class MetersTest {
  private final Bench bench = new Bench(1);
  private final AppMeters meters = bench.meters;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldCountEvaluationsAndWhatIsEmitted() {
    sendPricesAndTwoProposals();
    long before = meters.evaluations();

    bench.send(tunable(CANDIDATE, 0.31));
    bench.settle();

    assertThat(before).isEqualTo(2);
    assertThat(meters.evaluations()).isEqualTo(4);
    assertThat(meters.rescores()).isEqualTo(2);
    assertThat(meters.recommendationsEmitted()).isEqualTo(4);
    assertThat(meters.slices()).isPositive();
    assertThat(meters.sliceNanos()).isPositive();
  }

  @Test
  void shouldTellWhatIsPendingUntilItIsDone() {
    sendPricesAndTwoProposals();

    bench.send(tunable(CANDIDATE, 0.31));
    bench.slice();

    assertThat(meters.pendingChanges()).isEqualTo(1);
    assertThat(meters.rowsLeft()).isEqualTo(2);
    assertThat(meters.oldestPendingAge(Long.MAX_VALUE / 2)).isPositive();
    bench.settle();
    assertThat(meters.pendingChanges()).isZero();
    assertThat(meters.rowsLeft()).isZero();
    assertThat(meters.oldestPendingAge(Long.MAX_VALUE / 2)).isZero();
  }

  @Test
  void shouldCountProposalsByVerdict() {
    sendPricesAndTwoProposals();
    assertThat(meters.proposals(Verdict.GO)).isEqualTo(2);

    bench.deleteProposal("p1");
    bench.send(Samples.undecided("p2", "default"));

    assertThat(meters.proposals(Verdict.GO)).isZero();
    assertThat(meters.proposals(Verdict.NOT_APPLICABLE)).isEqualTo(1);
  }

  @Test
  void shouldCountRefusedAndParkedRecords() {
    bench.sendProposal("p1", new byte[] {1}, new RecordHeaders());
    bench.lookup.away = true;
    bench.send(worthTuning("p2"));
    bench.send(baseline(BASELINE));

    assertThat(meters.refusals("UNDECODABLE")).isEqualTo(1);
    assertThat(meters.parked()).isEqualTo(2);
    bench.lookup.away = false;
    bench.advance(Duration.ofSeconds(1));
    assertThat(meters.parked()).isZero();
  }

  @Test
  void shouldForgetTheStateOfTasksThatAreClosed() {
    sendPricesAndTwoProposals();

    bench.close();

    assertThat(meters.proposals(Verdict.GO)).isZero();
    assertThat(meters.evaluations()).isEqualTo(2);
  }

  private void sendPricesAndTwoProposals() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();
    bench.send(worthTuning("p1"));
    bench.send(worthTuning("p2"));
    bench.settle();
  }
}
