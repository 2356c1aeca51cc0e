package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals that come before the prices that were waiting have reached every task. */
class StartTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void closeTheGate() {
    bench.gateOpen = false;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldEvaluateEachProposalOnceWithThePricesThere() {
    bench.send(worthTuning("p1"), batch("b1"));
    bench.send(Samples.undecided("p2", "default"), batch("b1"));
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    assertThat(bench.settle()).isEmpty();

    bench.gateOpen = true;
    bench.slice();
    bench.slice();

    List<TestRecord<String, byte[]>> answers = bench.drainRecords();
    assertThat(answers).extracting(TestRecord::key).containsExactlyInAnyOrder("p1", "p2");
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(new String(answer.headers().lastHeader("batch").value(), UTF_8))
                  .isEqualTo("b1");
              assertThat(bench.decode(answer.value()).getTrigger()).isEqualTo(Trigger.PROPOSAL);
            });
    assertThat(bench.decode(answers.get(0).value()).getVerdict()).isEqualTo(Verdict.GO);
    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldAnswerWhileAPriceKeepsChanging() {
    bench.close();
    try (Bench steady = new Bench(2)) {
      steady.gateOpen = false;
      steady.send(baseline(BASELINE));
      for (int i = 0; i < 30; i++) {
        steady.send(worthTuning("dependant-" + i));
        steady.send(Samples.undecided("other-" + i, "default"));
      }
      steady.gateOpen = true;
      Set<String> answered = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        steady.send(tunable(CANDIDATE, 0.3 + i * 0.001));
        steady.slice();
        steady.drain().forEach(each -> answered.add(each.getProposalId()));
      }

      assertThat(answered).hasSize(60);
    }
  }

  @Test
  void shouldAnswerBothWhereAProposalIsSentTwice() {
    bench.send(worthTuning("p1"), batch("b1"));
    bench.send(worthTuning("p1"), batch("b2"));

    bench.gateOpen = true;
    bench.slice();

    assertThat(bench.drainRecords())
        .extracting(answer -> new String(answer.headers().lastHeader("batch").value(), UTF_8))
        .containsExactly("b1", "b2");
  }

  @Test
  void shouldAnswerAProposalAndItsDeletionInOrder() {
    bench.send(worthTuning("p1"));
    bench.deleteProposal("p1");
    bench.gateOpen = true;
    bench.slice();

    List<TestRecord<String, byte[]>> answers = bench.drainRecords();
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).value()).isNotNull();
    assertThat(answers.get(1).value()).isNull();
    assertThat(bench.settle()).isEmpty();
  }

  private static Headers batch(String id) {
    return new RecordHeaders().add("batch", id.getBytes(UTF_8));
  }
}
