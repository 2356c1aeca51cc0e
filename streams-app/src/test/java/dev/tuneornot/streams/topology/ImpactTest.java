package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.policy;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a change. */
class ImpactTest {
  private Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private void start(int rowsASlice, int proposals) {
    bench.close();
    bench = new Bench(rowsASlice);
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    for (int i = 0; i < proposals; i++) {
      bench.send(worthTuning("p" + i));
    }
    bench.settle();
    bench.impacts();
  }

  @Test
  void shouldRunAndComplete() {
    start(1, 3);
    double savings = savingsOf("p0");

    bench.send(tunable(CANDIDATE, 300));
    bench.settle();

    List<PriceImpact> told = bench.impacts();
    PriceImpact first = told.get(0);
    PriceImpact last = told.get(told.size() - 1);
    assertThat(first.getState()).isEqualTo(ImpactState.RUNNING);
    assertThat(first.getDependants()).isEqualTo(3);
    assertThat(first.getRescored()).isZero();
    assertThat(first.getCompletedAt()).isNull();
    assertThat(last.getChangeId()).isEqualTo(Bench.priceChange(CANDIDATE, 2));
    assertThat(last.getState()).isEqualTo(ImpactState.COMPLETE);
    assertThat(last.getDependants()).isEqualTo(3);
    assertThat(last.getRescored()).isEqualTo(3);
    assertThat(last.getTransitions())
        .extracting("from", "to", "proposals")
        .containsExactly(tuple(Verdict.GO, Verdict.CAUTION, 3L));
    assertThat(last.getMonthlySavingsChange())
        .isEqualTo(Dollars.of(savings).multiply(BigDecimal.valueOf(-3)));
    assertThat(last.getCompletedAt()).isAfterOrEqualTo(last.getStartedAt());
  }

  @Test
  void shouldCompleteWithoutDependants() {
    start(1, 2);

    bench.send(tunable("google/flash", 0.3));
    bench.settle();

    assertThat(bench.impacts())
        .last()
        .satisfies(
            impact -> {
              assertThat(impact.getKey()).isEqualTo("google/flash");
              assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
              assertThat(impact.getDependants()).isZero();
            });
  }

  @Test
  void shouldSupersedeAChangeThatIsOvertaken() {
    start(1, 4);

    bench.send(tunable(CANDIDATE, 300));
    bench.slice();
    bench.send(tunable(CANDIDATE, 0.6));
    bench.settle();

    List<PriceImpact> told = bench.impacts();
    assertThat(told)
        .filteredOn(impact -> impact.getChangeId().endsWith(".2"))
        .last()
        .extracting("state")
        .isEqualTo(ImpactState.SUPERSEDED);
    assertThat(told)
        .last()
        .satisfies(
            impact -> {
              assertThat(impact.getChangeId()).endsWith(".3");
              assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
              assertThat(impact.getRescored()).isEqualTo(4);
            });
  }

  @Test
  void shouldEndAHundredChangesOfOneModelAndTheOneThatWaits() {
    start(2, 6);

    bench.send(tunable("google/flash", 0.3));
    for (int i = 1; i <= 100; i++) {
      bench.send(tunable(CANDIDATE, 0.3 + i * 0.001));
      bench.slice();
    }
    bench.settle();

    List<PriceImpact> told = bench.impacts();
    assertThat(told)
        .filteredOn(impact -> impact.getKey().equals("google/flash"))
        .last()
        .extracting("state")
        .isEqualTo(ImpactState.COMPLETE);
    assertThat(told)
        .filteredOn(impact -> impact.getChangeId().equals(Bench.priceChange(CANDIDATE, 102)))
        .last()
        .extracting("state")
        .isEqualTo(ImpactState.COMPLETE);
    assertThat(told)
        .filteredOn(impact -> impact.getState() == ImpactState.RUNNING)
        .extracting(PriceImpact::getChangeId)
        .allSatisfy(
            id ->
                assertThat(told)
                    .filteredOn(impact -> impact.getChangeId().equals(id))
                    .last()
                    .extracting("state")
                    .isNotEqualTo(ImpactState.RUNNING));
  }

  @Test
  void shouldCountARowForEveryChangeThatItDependsOn() {
    start(Integer.MAX_VALUE, 2);

    bench.send(tunable(CANDIDATE, 0.6));
    bench.send(Samples.pricing(BASELINE, Samples.period(2.6, 10, null)));
    List<Recommendation> rescored = bench.settle();

    assertThat(rescored).hasSize(2);
    assertThat(rescored).extracting("triggerKey").containsOnly(BASELINE);
    assertThat(bench.impacts())
        .filteredOn(impact -> impact.getState() == ImpactState.COMPLETE)
        .extracting("key", "rescored")
        .containsExactlyInAnyOrder(tuple(CANDIDATE, 2L), tuple(BASELINE, 2L));
  }

  @Test
  void shouldTellOfAPolicyToo() {
    start(1, 2);

    bench.send("default", policy("strict", 2000));
    bench.settle();

    assertThat(bench.impacts())
        .last()
        .satisfies(
            impact -> {
              assertThat(impact.getKind()).isEqualTo(ChangeKind.POLICY);
              assertThat(impact.getChangeId())
                  .isEqualTo(
                      "POLICY/default@" + Bench.IDENTITIES.of(Bench.TOPICS.policies()) + ".0");
              assertThat(impact.getTransitions())
                  .extracting("from", "to", "proposals")
                  .containsExactly(tuple(Verdict.GO, Verdict.NOT_APPLICABLE, 2L));
            });
  }

  @Test
  void shouldEvaluateTheWholePortfolioOnCommandAndEmitNothingNew() {
    start(1, 3);

    bench.command("rescore");
    List<Recommendation> emitted = bench.settle();

    assertThat(emitted).isEmpty();
    assertThat(bench.impacts())
        .last()
        .satisfies(
            impact -> {
              assertThat(impact.getKind()).isEqualTo(ChangeKind.RULES);
              assertThat(impact.getKey()).isEqualTo(Rules.VERSION);
              assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
              assertThat(impact.getRescored()).isEqualTo(3);
            });
  }

  @Test
  void shouldRefuseAnUnknownCommand() {
    start(1, 0);

    bench.command("drop-everything");

    assertThat(bench.deadLetters()).hasSize(1);
  }

  private double savingsOf(String id) {
    bench.send(worthTuning(id));
    return bench.drain().get(0).getMonthlySavings();
  }
}
