package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RisksTest {

  @Test
  void shouldAlwaysNameForgettingArtifactsAndEvaluation() { // R2, R3, R5
    assertThat(Risks.of(Leaf.FINE_TUNE, 500, NeedSet.of(), POLICY))
        .containsExactly(
            Risk.CATASTROPHIC_FORGETTING, Risk.TRAINING_DATA_ARTIFACTS, Risk.HARD_TO_EVALUATE);
  }

  @Test
  void shouldNameOverfittingBelowGoodExamples() { // R1
    assertThat(Risks.of(Leaf.FINE_TUNE, 499, NeedSet.of(), POLICY)).contains(Risk.OVERFITTING);
    assertThat(Risks.of(Leaf.FINE_TUNE, 500, NeedSet.of(), POLICY))
        .doesNotContain(Risk.OVERFITTING);
  }

  @ParameterizedTest(name = "R4 {0}")
  @EnumSource(value = Need.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldNameStaleKnowledgeWhereKnowledgeIsNeeded(Need need) {
    boolean knowledge = need == Need.FRESH_KNOWLEDGE || need == Need.DOMAIN_KNOWLEDGE;

    assertThat(
            Risks.of(Leaf.FINE_TUNE, 500, NeedSet.of(need), POLICY).contains(Risk.STALE_KNOWLEDGE))
        .isEqualTo(knowledge);
  }

  @Test
  void shouldKeepTheOrderOfTheRules() {
    assertThat(Risks.of(Leaf.FINE_TUNE, 50, NeedSet.of(Need.FRESH_KNOWLEDGE), POLICY))
        .containsExactly(known(Risk.values()));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Leaf.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FINE_TUNE", "OTHER"})
  void shouldNameNoneInOtherLeaves(Leaf leaf) {
    assertThat(Risks.of(leaf, 50, NeedSet.of(known(Need.values())), POLICY)).isEmpty();
  }
}
