package dev.tuneornot.benchmarks.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.benchmarks.report.PureFigure;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class PurePartsTest {

  /** The report looks for the evaluation by its name. */
  @Test
  void shouldHaveTheEvaluationThatIsReported() {
    String name = PureFigure.EVALUATION;

    assertThat(EvaluationBenchmark.class.getSimpleName())
        .isEqualTo(name.substring(0, name.indexOf('.')));
    assertThat(EvaluationBenchmark.class.getMethods())
        .filteredOn(method -> method.isAnnotationPresent(Benchmark.class))
        .extracting(method -> method.getName())
        .contains(name.substring(name.indexOf('.') + 1));
  }

  @Test
  void shouldEvaluateThreeCandidatesOfEachProposal() {
    Cases cases = new Cases();

    assertThat(cases.proposals()).hasSize(Cases.COUNT);
    assertThat(cases.recommendations())
        .allSatisfy(row -> assertThat(row.getCandidates()).hasSize(3));
    assertThat(cases.recommendations().stream().map(row -> row.getVerdict()).distinct().count())
        .isGreaterThan(2);
  }
}
