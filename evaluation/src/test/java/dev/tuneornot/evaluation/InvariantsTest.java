package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.RandomCases.PROPOSALS_A_SEED;
import static dev.tuneornot.evaluation.RandomCases.check;
import static dev.tuneornot.evaluation.RandomCases.evaluate;
import static dev.tuneornot.evaluation.RandomCases.forEach;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.RandomPortfolio.Case;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every recommendation, over 120,000 proposals at random. */
class InvariantsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldGiveFiguresThatAreFiniteAndNeverMinusZero(long seed) {
    forEach(
        seed,
        (given, recommendation) -> {
          assertFigures(given, recommendation);
          for (CandidateEvaluation candidate : recommendation.getCandidates()) {
            assertFigures(given, candidate);
            if (!isComputed(candidate)) {
              CandidateEvaluation bare = Given.candidate(candidate.getStatus());
              bare.setModelId(candidate.getModelId());
              check(candidate.equals(bare), "figures without a computation", given);
            }
          }
        });
  }

  private static void assertFigures(Case given, SpecificRecordBase record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      if (record.get(field.pos()) instanceof Double figure) {
        boolean minusZero = figure == 0 && Double.doubleToRawLongBits(figure) != 0;
        check(Double.isFinite(figure) && !minusZero, () -> field.name() + " is " + figure, given);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldGoOnlyWithoutAnyWarning(long seed) {
    Map<Verdict, Integer> verdicts = new HashMap<>();
    forEach(
        seed,
        (given, recommendation) -> {
          verdicts.merge(recommendation.getVerdict(), 1, Integer::sum);
          boolean tunes =
              recommendation.getDecision() == Decision.FINE_TUNE
                  || recommendation.getDecision() == Decision.FINE_TUNE_WITH_RAG;
          if (recommendation.getVerdict() == Verdict.GO) {
            check(recommendation.getWarnings().isEmpty(), "GO with a warning", given);
            check(recommendation.getBestStatus() == CandidateStatus.PAYS_BACK, "GO", given);
          }
          check(
              tunes == (recommendation.getVerdict() != Verdict.NOT_APPLICABLE),
              "NOT_APPLICABLE",
              given);
        });

    assertThat(verdicts)
        .containsOnlyKeys(known(Verdict.values())); // or else nothing has been shown
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = 1)
  void shouldDigestOutcomesApart(long seed) { // section 9
    Map<ByteBuffer, Recommendation> outcomes = new HashMap<>();
    forEach(
        seed,
        (given, recommendation) -> {
          Recommendation outcome = Outcomes.of(recommendation);
          ByteBuffer digest = ByteBuffer.wrap(OutcomeDigest.of(recommendation));
          check(ByteBuffer.wrap(OutcomeDigest.of(outcome)).equals(digest), "digest", given);
          check(outcomes.put(digest, outcome) == null, "two outcomes, one digest", given);
        });

    assertThat(outcomes).hasSize(PROPOSALS_A_SEED);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldDependOnItsInputsAloneAndLeaveThemAlone(long seed) {
    Random random = new Random(seed);
    forEach(
        seed,
        (given, recommendation) -> {
          Proposal copy = RandomCases.copyOf(given.proposal());
          Collections.shuffle(copy.getNeeds(), random); // their order means nothing
          Recommendation again = evaluate(given, copy);
          again.setNeeds(recommendation.getNeeds());
          check(again.equals(recommendation), "not the same again", given);
          Collections.sort(copy.getNeeds());
          Proposal after = RandomCases.copyOf(given.proposal());
          Collections.sort(after.getNeeds());
          check(after.equals(copy), "the proposal was changed", given);
        });
  }

  private static boolean isComputed(CandidateEvaluation candidate) {
    return switch (candidate.getStatus()) {
      case PAYS_BACK, TOO_SLOW, RETIRES_FIRST, NEVER -> true;
      case RETIRED, TUNING_CLOSED, BASELINE_RETIRED, UNPRICED, NOT_TUNABLE, OTHER -> false;
    };
  }
}
