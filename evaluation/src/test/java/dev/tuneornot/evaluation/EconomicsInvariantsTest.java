package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.RandomCases.check;
import static dev.tuneornot.evaluation.RandomCases.evaluate;
import static dev.tuneornot.evaluation.RandomCases.forEach;

import dev.tuneornot.evaluation.RandomPortfolio.Case;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any proposal, whatever is measured, dated or priced (sections 5 and 6). */
class EconomicsInvariantsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldNeverSaveMoreByTuningWithAnAlternative(long seed) {
    forEach(
        seed,
        (given, recommendation) -> {
          boolean baselineCompares =
              recommendation.getAlternatives().stream()
                  .anyMatch(alternative -> alternative.getMonthlySavings() != null);
          if (recommendation.getBestAlternative() == null || !baselineCompares) {
            return;
          }
          Proposal without = RandomCases.copyOf(given.proposal());
          without.setAlternativeModels(List.of());
          Recommendation before = evaluate(given, without);
          for (int i = 0; i < before.getCandidates().size(); i++) {
            CandidateEvaluation then = before.getCandidates().get(i);
            CandidateEvaluation now = recommendation.getCandidates().get(i);
            // Where the baseline retires soon, a dearer alternative takes its place.
            if (then.getSavingsPerRequest() != null
                && now.getSavingsPerRequest() != null
                && now.getBaselineCostPerRequest() <= then.getBaselineCostPerRequest()) {
              check(now.getMonthlySavings() <= then.getMonthlySavings(), "saves more", given);
            }
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldTakeTheCheapestAlternative(long seed) {
    forEach(
        seed,
        (given, recommendation) ->
            recommendation.getAlternatives().stream()
                .filter(one -> one.getModelId().equals(recommendation.getBestAlternative()))
                .forEach(
                    best -> {
                      check(best.getStatus() == AlternativeStatus.COMPARED, "compared", given);
                      check(
                          best.getModelId().equals(recommendation.getReferenceModel()),
                          "reference",
                          given);
                    }));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldAddOptionsUpToTheFiguresOfTheBestCandidate(long seed) {
    forEach(
        seed,
        (given, recommendation) -> {
          ApproachOption untuned = option(recommendation, Approach.PROMPTING);
          ApproachOption tuned = option(recommendation, Approach.FINE_TUNING);
          check((tuned == null) == (recommendation.getBestModel() == null), "tuned", given);
          if (tuned == null) {
            return;
          }
          check(untuned != null, "untuned", given);
          check(tuned.getUpfrontCost() == recommendation.getUpfrontCost(), "upfront", given);
          // In the hybrid case both ways of the comparison hold what is retrieved.
          boolean hybrid =
              recommendation.getDecision() == Decision.FINE_TUNE_WITH_RAG
                  && given.proposal().getRetrieval() != null;
          addUp(
              hybrid ? option(recommendation, Approach.RAG) : untuned,
              hybrid ? option(recommendation, Approach.FINE_TUNING_WITH_RAG) : tuned,
              recommendation,
              given);
        });
  }

  private static void addUp(
      ApproachOption untuned, ApproachOption tuned, Recommendation recommendation, Case given) {
    double saved = untuned.getMonthlyCost() - tuned.getMonthlyCost();
    double scale = Math.max(untuned.getMonthlyCost(), tuned.getMonthlyCost());
    check(
        Math.abs(saved - recommendation.getMonthlySavings()) <= 1e-9 * scale + 1e-9,
        "options and E10 part",
        given);
    for (ApproachOption option : List.of(untuned, tuned)) {
      check(
          option.getHorizonCost()
              == Figures.figure(
                  option.getUpfrontCost()
                      + option.getMonthlyCost() * given.policy().getHorizonMonths()),
          "horizon cost",
          given);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldGiveThePlannedFiguresWhereALiveOneIsMeasuredAsPlanned(long seed) { // U6
    forEach(
        seed,
        (given, unused) -> {
          Proposal proposal = RandomCases.copyOf(given.proposal());
          if (proposal.getCandidateModels().isEmpty()) {
            return;
          }
          proposal.setStage(Stage.LIVE);
          proposal.setLiveSince(null);
          Workload stated = Workload.newBuilder(proposal.getWorkload()).build();
          stated.setRequestsPerMonthLow(null);
          stated.setRequestsPerMonthHigh(null);
          int kept = stated.getPromptTokens() - stated.getRemovableTokens();
          int cached = (int) (kept * stated.getKeptCachedShare());
          stated.setKeptCachedShare(kept == 0 ? 0 : (double) cached / kept);
          proposal.setWorkload(stated);
          Recommendation planned =
              Evaluator.evaluate(proposal, null, given.prices()::get, given.policy(), given.at());
          boolean hybrid =
              planned.getDecision() == Decision.FINE_TUNE_WITH_RAG
                  && proposal.getRetrieval() != null;
          long prompt = (long) kept + (hybrid ? proposal.getRetrieval().getTokens() : 0);
          long requests = stated.getRequestsPerMonth();
          Integer tunedOutput = stated.getTunedOutputTokens();
          int output = tunedOutput == null ? stated.getOutputTokens() : tunedOutput;
          if (requests == 0 || (double) requests * (prompt + output) > 1L << 53) {
            return; // Beyond the bounds, or what doubles count exactly.
          }
          Usage measured =
              new Usage(
                  proposal.getProposalId(),
                  given.at().minusMillis(EpochMillis.MONTH),
                  given.at(),
                  requests,
                  requests * prompt,
                  requests * cached,
                  0L,
                  requests * output,
                  null,
                  "as planned");

          Recommendation recommendation =
              Evaluator.evaluate(
                  proposal, measured, given.prices()::get, given.policy(), given.at());

          recommendation.setUsageSource(null);
          recommendation.setUsageWindowEnd(null);
          check(recommendation.equals(planned), "measured as planned", given);
        });
  }

  private static ApproachOption option(Recommendation recommendation, Approach approach) {
    return recommendation.getOptions().stream()
        .filter(option -> option.getApproach() == approach)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldPutTheLikelyBetweenTheWorstAndTheBest(long seed) {
    forEach(
        seed,
        (given, recommendation) -> {
          for (CandidateEvaluation candidate : recommendation.getCandidates()) {
            if (candidate.getWorstCase() == null) {
              continue;
            }
            double worst = candidate.getWorstCase().getMonthlySavings();
            double best = candidate.getBestCase().getMonthlySavings();
            check(worst <= candidate.getMonthlySavings(), "worst savings", given);
            check(candidate.getMonthlySavings() <= best, "best savings", given);
            double rounding = 1e-12 * Math.abs(candidate.getUpfrontCost());
            check(
                candidate.getWorstCase().getNetBenefit() <= candidate.getNetBenefit() + rounding,
                "worst net benefit",
                given);
            check(
                candidate.getNetBenefit() <= candidate.getBestCase().getNetBenefit() + rounding,
                "best net benefit",
                given);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldHaveFiniteFiguresOnly(long seed) {
    forEach(seed, (given, recommendation) -> checkFigures(recommendation, given));
  }

  private static void checkFigures(SpecificRecord record, Case given) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof SpecificRecord nested) {
        checkFigures(nested, given);
      } else if (value instanceof List<?> list) {
        list.stream()
            .filter(SpecificRecord.class::isInstance)
            .forEach(nested -> checkFigures((SpecificRecord) nested, given));
      } else if (value instanceof Double figure) {
        check(Double.isFinite(figure), () -> field.name() + " is " + figure, given);
        check(
            Double.doubleToRawLongBits(figure) != Long.MIN_VALUE,
            () -> field.name() + " -0.0",
            given);
        boolean mayBeNegative =
            field.name().contains("avings")
                || field.name().equals("netBenefit")
                || field.name().equals("roi")
                || field.name().equals("baselinePriceMargin");
        check(mayBeNegative || figure >= 0, () -> field.name() + " is negative", given);
      }
    }
  }
}
