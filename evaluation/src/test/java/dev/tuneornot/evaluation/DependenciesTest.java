package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  @Test
  void shouldNameBaselineAndCandidatesOnce() {
    assertThat(
            Dependencies.models(
                proposal()
                    .setBaselineModel("a/1")
                    .setCandidateModels(List.of("b/2", "a/1"))
                    .build()))
        .containsExactly("a/1", "b/2");
  }

  @Test
  void shouldBeEmptyWithoutModels() {
    assertThat(
            Dependencies.models(
                proposal().setBaselineModel(null).setCandidateModels(List.of()).build()))
        .isEmpty();
  }
}
