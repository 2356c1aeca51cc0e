package dev.tuneornot.benchmarks.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.benchmarks.report.PureFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;

class PurePartsTest {

  /** The report looks for the evaluation by its name. */
  @ParameterizedTest
  @ValueSource(strings = {PureFigure.EVALUATION, PureFigure.ALL_FIELDS})
  void shouldHaveTheEvaluationsThatAreReported(String name) {

    assertThat(EvaluationBenchmark.class.getSimpleName())
        .isEqualTo(name.substring(0, name.indexOf('.')));
    assertThat(EvaluationBenchmark.class.getMethods())
        .filteredOn(method -> method.isAnnotationPresent(Benchmark.class))
        .extracting(method -> method.getName())
        .contains(name.substring(name.indexOf('.') + 1));
  }

  @Test
  void shouldUseAllThatAProposalMaySay() {
    Cases cases = new Cases(Cases.Kind.FULL);

    assertThat(cases.recommendations())
        .allSatisfy(
            row -> {
              assertThat(row.getCandidates()).hasSize(3);
              assertThat(row.getAlternatives()).hasSize(3);
            })
        .anySatisfy(row -> assertThat(row.getWorstCase()).isNotNull())
        .anySatisfy(row -> assertThat(row.getOptions()).hasSize(5));
  }

  @Test
  void shouldSayNothingNewInThePlainOnes() {
    assertThat(new Cases(Cases.Kind.PLAIN).recommendations())
        .allSatisfy(
            row -> {
              assertThat(row.getAlternatives()).isEmpty();
              assertThat(row.getWorstCase()).isNull();
              assertThat(row.getOptions()).hasSizeLessThanOrEqualTo(2);
            });
  }

  @Test
  void shouldEvaluateThreeCandidatesOfEachProposal() {
    Cases cases = new Cases(Cases.Kind.PLAIN);

    assertThat(cases.proposals()).hasSize(Cases.COUNT);
    assertThat(cases.recommendations())
        .allSatisfy(row -> assertThat(row.getCandidates()).hasSize(3));
    assertThat(cases.recommendations().stream().map(row -> row.getVerdict()).distinct().count())
        .isGreaterThan(2);
  }
}
