package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.plainPeriod;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.saving1000AMonth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F4, of a candidate that saves 1 USD a request at 1,000 a month and costs 6,000. */
class CandidateCasesTest {

  @ParameterizedTest(name = "{0} to {1}, overrun {2}")
  @CsvSource({
    "500, 2000, 0, 500, 12, 2000, 3",
    "500, , 0, 500, 12, 1000, 6",
    ", 2000, 0, 1000, 6, 2000, 3",
    ", , 0.5, 1000, 9, 1000, 6", // the best case costs what is planned
    "500, 2000, 0.5, 500, 18, 2000, 3"
  })
  void shouldTakeTheEndsOfTheRange(
      @Nullable Long low,
      @Nullable Long high,
      double overrun,
      double worstSavings,
      double worstPayback,
      double bestSavings,
      double bestPayback) {
    CandidateEvaluation candidate = candidate(proposal(low, high, overrun), prices(1.0));

    assertCase(candidate.getWorstCase(), worstSavings, worstPayback, 6000 * (1 + overrun));
    assertCase(candidate.getBestCase(), bestSavings, bestPayback, 6000);
    assertThat(candidate.getMonthlySavings()).isEqualTo(1000);
  }

  private static void assertCase(
      CandidateCase figures, double savings, double payback, double upfrontCost) {
    assertThat(figures.getMonthlySavings()).isEqualTo(savings);
    assertThat(figures.getPaybackMonths()).isEqualTo(payback);
    assertThat(figures.getNetBenefit()).isEqualTo(12 * savings - upfrontCost);
    assertThat(figures.getStatus())
        .isEqualTo(payback > 12 ? CandidateStatus.TOO_SLOW : CandidateStatus.PAYS_BACK);
  }

  @Test
  void shouldHaveNoCasesWithoutARange() {
    CandidateEvaluation candidate = candidate(proposal(null, null, 0), prices(1.0));

    assertThat(candidate.getWorstCase()).isNull();
    assertThat(candidate.getBestCase()).isNull();
  }

  @Test
  void shouldTakeMoreRequestsForTheWorstCaseWhereEachLoses() {
    // Nothing is saved on the prompt, and tuned output is dearer by 1 USD a request.
    Proposal proposal = proposal(500L, 2000L, 0);
    proposal.getWorkload().setPromptTokens(0);
    proposal.getWorkload().setRemovableTokens(0);
    proposal.getWorkload().setOutputTokens(200_000);

    CandidateEvaluation candidate = candidate(proposal, prices(1.0));

    assertThat(candidate.getSavingsPerRequest()).isEqualTo(-1);
    assertThat(candidate.getWorstCase().getMonthlySavings()).isEqualTo(-2000);
    assertThat(candidate.getBestCase().getMonthlySavings()).isEqualTo(-500);
    assertThat(candidate.getBestCase().getPaybackMonths()).isNull();
    assertThat(candidate.getBestCase().getStatus()).isEqualTo(CandidateStatus.NEVER);
  }

  @Test
  void shouldKnowOfTheRetirement() {
    ModelPricing prices = prices(1.0);
    prices.setRetiresAt(Given.NOW.plusMillis(8 * EpochMillis.MONTH));

    CandidateEvaluation candidate = candidate(proposal(500L, 2000L, 0), prices);

    assertThat(candidate.getWorstCase().getStatus()).isEqualTo(CandidateStatus.RETIRES_FIRST);
    assertThat(candidate.getWorstCase().getNetBenefit()).isEqualTo(8 * 500 - 6000);
    assertThat(candidate.getStatus()).isEqualTo(CandidateStatus.PAYS_BACK);
  }

  private static Proposal proposal(@Nullable Long low, @Nullable Long high, double overrun) {
    Proposal proposal = saving1000AMonth(6000).build();
    proposal.getWorkload().setRequestsPerMonthLow(low);
    proposal.getWorkload().setRequestsPerMonthHigh(high);
    proposal.getCosts().setOverrun(overrun);
    return proposal;
  }

  private static ModelPricing prices(double inputPerMTok) {
    return pricing(plainPeriod().setInputPerMTok(inputPerMTok).build()).build();
  }
}
